using System.Collections.Immutable;

namespace Interactions.Domain.Policies;

/// <summary>One opening on one day of the week, by the clock on the wall; an end of midnight is the end of that day.</summary>
public sealed record OpeningTime(DayOfWeek Day, TimeOnly From, TimeOnly To);

/// <summary>When somebody is there.</summary>
public sealed record BusinessHours(TimeZoneInfo Zone, ImmutableArray<OpeningTime> Week, ImmutableHashSet<DateOnly> Holidays)
{
    // Beyond that, the schedule is never open as far as anybody could wait.
    private const int DaysAhead = 400;

    public bool AreOpenAt(DateTimeOffset moment) =>
        OpeningsFrom(DayOf(moment), days: 1).Any(opening => opening.From <= moment && moment < opening.To);

    /// <summary>When they are open next, which is now where they are; null where that is never, as far as anybody could wait.</summary>
    public DateTimeOffset? NextOpening(DateTimeOffset moment)
    {
        foreach (var (from, to) in OpeningsFrom(DayOf(moment), DaysAhead))
        {
            if (to > moment && to > from)
                return from > moment ? from : moment;
        }

        return null;
    }

    /// <summary>The moment at which this much open time has passed since <paramref name="start"/>.</summary>
    public DateTimeOffset After(DateTimeOffset start, TimeSpan openTime)
    {
        var left = openTime;
        foreach (var (from, to) in OpeningsFrom(DayOf(start), DaysAhead))
        {
            var begin = from > start ? from : start;
            var length = to - begin;
            if (length <= TimeSpan.Zero)
                continue;
            if (left <= length)
                return begin + left;
            left -= length;
        }

        return start + openTime;
    }

    private DateOnly DayOf(DateTimeOffset moment) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(moment, Zone).DateTime);

    // Day by day, because mostly the first one is enough.
    private IEnumerable<(DateTimeOffset From, DateTimeOffset To)> OpeningsFrom(DateOnly first, int days)
    {
        for (var (day, end) = (first, first.AddDays(days)); day < end; day = day.AddDays(1))
        {
            if (Holidays.Contains(day))
                continue;
            foreach (var opening in Week.Where(opening => opening.Day == day.DayOfWeek).OrderBy(opening => opening.From))
                yield return (MomentOf(day.ToDateTime(opening.From)), MomentOf(EndOf(opening, day)));
        }
    }

    private static DateTime EndOf(OpeningTime opening, DateOnly day) =>
        opening.To == TimeOnly.MinValue ? day.AddDays(1).ToDateTime(TimeOnly.MinValue) : day.ToDateTime(opening.To);

    private DateTimeOffset MomentOf(DateTime wallClock) => new DateTimeOffset(wallClock, Zone.GetUtcOffset(wallClock)).ToUniversalTime();
}
