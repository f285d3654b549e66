using System.Collections.Concurrent;
using Interactions.Domain.Policies;

namespace Interactions.Domain.Tests.Policies;

/// <summary>Business hours the slow way: minute by minute, each read off the clock on the wall.</summary>
internal sealed class WallClock(string zone, int year)
{
    private static readonly ConcurrentDictionary<(string, int), DateTime[]> Years = [];

    private static readonly ConcurrentDictionary<(string, int), int[]> Jumps = [];

    // Nobody in a test waits longer.
    private const int MostDays = 15;

    private readonly DateTime[] _walls = Years.GetOrAdd((zone, year), Read);

    public TimeZoneInfo Zone { get; } = TimeZoneInfo.FindSystemTimeZoneById(zone);

    public int Minutes => _walls.Length;

    /// <summary>The minutes at which it does not go on by one.</summary>
    public int[] Changes => Jumps.GetOrAdd((zone, year), _ =>
        [.. Enumerable.Range(1, Minutes - 1).Where(minute => (_walls[minute] - _walls[minute - 1]).TotalMinutes != 1)]);

    public DateTimeOffset At(int minute) => new DateTimeOffset(year, 1, 1, 0, 0, 0, TimeSpan.Zero).AddMinutes(minute);

    public bool IsOpen(BusinessHours hours, int minute)
    {
        var wall = _walls[minute];
        var time = TimeOnly.FromDateTime(wall);
        foreach (var opening in hours.Week)
        {
            if (opening.Day == wall.DayOfWeek && opening.From <= time && (time < opening.To || opening.To == TimeOnly.MinValue))
                return !hours.Holidays.Contains(DateOnly.FromDateTime(wall));
        }

        return false;
    }

    /// <summary>Null where that is too far ahead.</summary>
    public DateTimeOffset? NextOpening(BusinessHours hours, int minute)
    {
        for (var last = LastFrom(minute); minute < last; minute++)
        {
            if (IsOpen(hours, minute))
                return At(minute);
        }

        return null;
    }

    /// <summary>The same.</summary>
    public DateTimeOffset? After(BusinessHours hours, int minute, int openMinutes)
    {
        for (var (passed, last) = (0, LastFrom(minute)); minute < last; minute++)
        {
            if (IsOpen(hours, minute) && ++passed == openMinutes)
                return At(minute + 1);
        }

        return null;
    }

    private int LastFrom(int minute) => Math.Min(Minutes, minute + (MostDays * 24 * 60));

    private static DateTime[] Read((string Zone, int Year) of)
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById(of.Zone);
        var first = new DateTime(of.Year, 1, 1, 0, 0, 0, DateTimeKind.Utc);
        return [.. Enumerable.Range(0, (int)(first.AddYears(1) - first).TotalMinutes).Select(minute => TimeZoneInfo.ConvertTimeFromUtc(first.AddMinutes(minute), zone))];
    }
}
