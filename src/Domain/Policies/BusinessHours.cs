using System.Collections.Immutable;

namespace Interactions.Domain.Policies;

/// <summary>One opening on one day of the week, by the clock on the wall; an end of midnight is the end of that day.</summary>
public sealed record OpeningTime(DayOfWeek Day, TimeOnly From, TimeOnly To);

/// <summary>
/// When somebody is there: whenever the clock on the wall says so. In an hour that a change of the clock skips nobody is there, and in one
/// that it repeats they are there twice. How long somebody was there is counted in time as it passes.
/// </summary>
public sealed record BusinessHours(TimeZoneInfo Zone, ImmutableArray<OpeningTime> Week, ImmutableHashSet<DateOnly> Holidays)
{
    // Beyond that, the schedule is never open as far as anybody could wait.
    private const int DaysAhead = 400;

    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    public bool AreOpenAt(DateTimeOffset moment)
    {
        var wall = TimeZoneInfo.ConvertTime(moment, Zone).DateTime;
        return OpeningsOn(DateOnly.FromDateTime(wall)).Any(opening => opening.From <= wall && wall < opening.To);
    }

    /// <summary>When they are open next, which is now where they are; null where that is never, as far as anybody could wait.</summary>
    public DateTimeOffset? NextOpening(DateTimeOffset moment)
    {
        foreach (var (from, _) in OpeningsFrom(moment))
            return from;
        return null;
    }

    /// <summary>The moment at which this much open time has passed since <paramref name="start"/>.</summary>
    public DateTimeOffset After(DateTimeOffset start, TimeSpan openTime)
    {
        var left = openTime;
        foreach (var (from, to) in OpeningsFrom(start))
        {
            if (left <= to - from)
                return from + left;
            left -= to - from;
        }

        return start + openTime;
    }

    // Piece by piece in their order, because mostly the first one is enough.
    private IEnumerable<(DateTimeOffset From, DateTimeOffset To)> OpeningsFrom(DateTimeOffset start)
    {
        var begin = start.ToUniversalTime();
        for (var reached = begin; begin < start + (DaysAhead * Day); begin += Day)
        {
            foreach (var stretch in Stretches(begin, begin + Day))
            {
                foreach (var (from, to) in OpeningsIn(stretch).Where(opening => opening.To > reached))
                {
                    yield return (from > reached ? from : reached, to);
                    reached = to;
                }
            }
        }
    }

    // Within one, the clock on the wall just runs. None changes twice a day.
    private IEnumerable<Stretch> Stretches(DateTimeOffset from, DateTimeOffset to)
    {
        var (before, after) = (Zone.GetUtcOffset(from), Zone.GetUtcOffset(to));
        if (before == after)
        {
            yield return new(from, to, before);
            yield break;
        }

        var change = ChangeBetween(from, to, after);
        yield return new(from, change, before);
        yield return new(change, to, after);
    }

    private DateTimeOffset ChangeBetween(DateTimeOffset before, DateTimeOffset after, TimeSpan offset)
    {
        while (after - before > TimeSpan.FromTicks(1))
        {
            var middle = before + ((after - before) / 2);
            if (Zone.GetUtcOffset(middle) == offset)
                after = middle;
            else
                before = middle;
        }

        return after;
    }

    private IEnumerable<(DateTimeOffset From, DateTimeOffset To)> OpeningsIn(Stretch stretch)
    {
        var last = DateOnly.FromDateTime(stretch.WallOf(stretch.To));
        for (var day = DateOnly.FromDateTime(stretch.WallOf(stretch.From)); day <= last; day = day.AddDays(1))
        {
            foreach (var (opens, closes) in OpeningsOn(day))
            {
                var (from, to) = (stretch.MomentOf(opens), stretch.MomentOf(closes));
                if (from < stretch.To && to > stretch.From)
                    yield return (from > stretch.From ? from : stretch.From, to < stretch.To ? to : stretch.To);
            }
        }
    }

    private IEnumerable<(DateTime From, DateTime To)> OpeningsOn(DateOnly day) => Holidays.Contains(day)
        ? []
        : Week.Where(opening => opening.Day == day.DayOfWeek).OrderBy(opening => opening.From).Select(opening => (day.ToDateTime(opening.From), EndOf(opening, day)));

    private static DateTime EndOf(OpeningTime opening, DateOnly day) =>
        opening.To == TimeOnly.MinValue ? day.AddDays(1).ToDateTime(TimeOnly.MinValue) : day.ToDateTime(opening.To);

    private readonly record struct Stretch(DateTimeOffset From, DateTimeOffset To, TimeSpan Offset)
    {
        public DateTime WallOf(DateTimeOffset moment) => moment.UtcDateTime + Offset;

        public DateTimeOffset MomentOf(DateTime wall) => new(DateTime.SpecifyKind(wall - Offset, DateTimeKind.Utc));
    }
}
