using Interactions.Domain.Policies;
using Interactions.Functions.Http;
using Interactions.Functions.Storage.Configuration;

namespace Interactions.Functions.Console.Checks;

/// <summary>What can be wrong with business hours.</summary>
internal static class HoursFaults
{
    public const int LongestZone = 64;
    public const int MostOpenings = 200;
    public const int MostHolidays = 10_000;

    public static IEnumerable<Fault> In(HoursDocument hours) =>
    [
        .. ZoneOf(hours),
        .. Repeated.SurplusIn("week", hours.Week.Count, MostOpenings),
        .. Repeated.SurplusIn("holidays", hours.Holidays.Count, MostHolidays),
        .. hours.Week.Index().SelectMany(opening => OpeningOf(opening.Index, opening.Item)),
        .. OverlapsOf([.. hours.Week.Index().Where(opening => opening.Item is not null && EndsAfterItBegins(opening.Item))]),
        .. Repeated.FaultsIn("holidays", hours.Holidays),
    ];

    private static IEnumerable<Fault> ZoneOf(HoursDocument hours)
    {
        if (hours.Zone.Length > LongestZone || !TimeZoneInfo.TryFindSystemTimeZoneById(hours.Zone, out _))
            yield return new("zone", "is not a time zone: they are called like Europe/Berlin");
    }

    private static IEnumerable<Fault> OpeningOf(int index, OpeningTime? opening)
    {
        if (opening is null)
            yield return new($"week[{index}]", "is missing");
        else if (!EndsAfterItBegins(opening))
            yield return new($"week[{index}].to", "is not after its beginning: one over midnight is two, the first to 00:00");
    }

    // Each with those before it that begin no later: so every pair is seen once.
    private static IEnumerable<Fault> OverlapsOf((int Index, OpeningTime Item)[] openings)
    {
        foreach (var (index, opening) in openings)
        {
            foreach (var (earlier, other) in openings.Where(other => other.Index < index && Overlap(other.Item, opening)))
                yield return new($"week[{index}]", $"overlaps week[{earlier}]");
        }
    }

    private static bool Overlap(OpeningTime one, OpeningTime other) =>
        one.Day == other.Day && one.From.ToTimeSpan() < EndOf(other) && other.From.ToTimeSpan() < EndOf(one);

    private static bool EndsAfterItBegins(OpeningTime opening) => opening.From.ToTimeSpan() < EndOf(opening);

    private static TimeSpan EndOf(OpeningTime opening) => opening.To == TimeOnly.MinValue ? TimeSpan.FromDays(1) : opening.To.ToTimeSpan();
}
