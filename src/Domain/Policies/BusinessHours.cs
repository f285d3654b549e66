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

    private IEnumerable<(DateTimeOffset From, DateTimeOffset To)> OpeningsFrom(DateOnly first, int days) =>
        from offset in Enumerable.Range(0, days)
        let day = first.AddDays(offset)
        where !Holidays.Contains(day)
        from opening in Week
        where opening.Day == day.DayOfWeek
        orderby day, opening.From
        let end = opening.To == TimeOnly.MinValue ? day.AddDays(1).ToDateTime(TimeOnly.MinValue) : day.ToDateTime(opening.To)
        select (MomentOf(day.ToDateTime(opening.From)), MomentOf(end));

    private DateTimeOffset MomentOf(DateTime wallClock) => new DateTimeOffset(wallClock, Zone.GetUtcOffset(wallClock)).ToUniversalTime();
}
