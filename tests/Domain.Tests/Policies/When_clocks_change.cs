using FsCheck;
using FsCheck.Fluent;
using Interactions.Domain.Policies;

namespace Interactions.Domain.Tests.Policies;

/// <summary>An hour or half of one that is skipped or repeated, at two in the morning or at midnight, and a day that never was.</summary>
public sealed class When_clocks_change
{
    private const int Tries = 1_000;
    private const int Day = 24 * 60;

    private static readonly (string Zone, int Year)[] Clocks =
    [
        ("Europe/Berlin", 2026), ("America/New_York", 2026), ("Australia/Lord_Howe", 2026), ("America/Santiago", 2026), ("Asia/Beirut", 2026),
        ("America/Havana", 2026), ("America/Nuuk", 2026), ("America/St_Johns", 2010), ("Pacific/Apia", 2011), ("Asia/Kathmandu", 2026), ("UTC", 2026),
    ];

    public static TheoryData<string, int> All
    {
        get
        {
            var data = new TheoryData<string, int>();
            foreach (var (zone, year) in Clocks)
                data.Add(zone, year);
            return data;
        }
    }

    [Theory]
    [MemberData(nameof(All))]
    public void In_every_minute_of_the_year_they_are_open_as_the_clock_on_the_wall_says(string zone, int year)
    {
        var clock = new WallClock(zone, year);
        var hours = new BusinessHours(clock.Zone, [.. Nightly(), .. Daily()], [new(year, 3, 29), new(year, 11, 1)]);

        for (var minute = 0; minute < clock.Minutes; minute++)
        {
            if (clock.IsOpen(hours, minute) != hours.AreOpenAt(clock.At(minute)))
                Assert.Fail($"At {clock.At(minute)}");
        }
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Open_time_passes_all_year_as_the_clock_on_the_wall_says(string zone, int year)
    {
        var clock = new WallClock(zone, year);
        var hours = new BusinessHours(clock.Zone, [.. Nightly(), .. Daily()], [new(year, 3, 29), new(year, 11, 1)]);

        // Near the changes from each quarter of an hour on, else now and then.
        for (var minute = 0; minute < clock.Minutes - (4 * Day); minute += clock.Changes.Any(change => Math.Abs(change - minute) < Day) ? 15 : 437)
        {
            Assert.Equal(clock.NextOpening(hours, minute), hours.NextOpening(clock.At(minute)));
            Assert.Equal(clock.After(hours, minute, 250), hours.After(clock.At(minute), TimeSpan.FromMinutes(250)));
        }
    }

    [Fact]
    public void Whatever_the_week_is_like_all_three_agree_with_the_clock_on_the_wall() =>
        Prop.ForAll(Arb.From(Cases), one =>
        {
            var (clock, hours, minute, openMinutes) = one;
            Assert.Equal(clock.IsOpen(hours, minute), hours.AreOpenAt(clock.At(minute)));
            if (clock.NextOpening(hours, minute) is not { } next)
                return;
            Assert.Equal(next, hours.NextOpening(clock.At(minute)));
            Assert.True(hours.AreOpenAt(next));
            Assert.Equal(clock.IsOpen(hours, minute), next == clock.At(minute));
            if (clock.After(hours, minute, openMinutes) is { } end)
                Assert.Equal(end, hours.After(clock.At(minute), TimeSpan.FromMinutes(openMinutes)));
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(Tries).WithQuietOnSuccess(true));

    [Theory]
    [InlineData("Europe/Berlin", "02:15", "02:45", "2026-03-28T23:00:00Z", "2026-04-05T00:15:00Z")]
    [InlineData("Europe/Berlin", "02:30", "10:00", "2026-03-28T23:00:00Z", "2026-03-29T01:00:00Z")]
    [InlineData("Europe/Berlin", "02:15", "02:45", "2026-10-24T22:00:00Z", "2026-10-25T00:15:00Z")]
    [InlineData("Europe/Berlin", "02:15", "02:45", "2026-10-25T00:45:00Z", "2026-10-25T01:15:00Z")]
    [InlineData("America/New_York", "02:15", "02:45", "2026-03-08T05:00:00Z", "2026-03-15T06:15:00Z")]
    [InlineData("America/New_York", "01:30", "09:00", "2026-11-01T04:00:00Z", "2026-11-01T05:30:00Z")]
    [InlineData("America/New_York", "01:30", "09:00", "2026-11-01T06:10:00Z", "2026-11-01T06:30:00Z")]
    [InlineData("Australia/Lord_Howe", "02:10", "02:20", "2026-10-03T14:00:00Z", "2026-10-10T15:10:00Z")]
    [InlineData("Australia/Lord_Howe", "01:40", "01:50", "2026-04-04T13:00:00Z", "2026-04-04T14:40:00Z")]
    [InlineData("Australia/Lord_Howe", "01:40", "01:50", "2026-04-04T14:50:00Z", "2026-04-04T15:10:00Z")]
    public void What_is_skipped_opens_nothing_and_what_is_repeated_opens_twice(string zone, string from, string to, string moment, string next)
    {
        var hours = new BusinessHours(
            TimeZoneInfo.FindSystemTimeZoneById(zone), [new(DayOfWeek.Sunday, TimeOnly.Parse(from, null), TimeOnly.Parse(to, null))], []);

        Assert.Equal(DateTimeOffset.Parse(next, null), hours.NextOpening(DateTimeOffset.Parse(moment, null)));
    }

    [Theory]
    [InlineData("Europe/Berlin", "2026-03-29T00:00:00Z", 240, "2026-03-29T04:00:00Z")]
    [InlineData("Europe/Berlin", "2026-10-25T00:00:00Z", 240, "2026-10-25T04:00:00Z")]
    [InlineData("Australia/Lord_Howe", "2026-04-04T14:00:00Z", 240, "2026-04-04T18:00:00Z")]
    public void Over_a_change_time_counts_as_it_passes(string zone, string start, int minutes, string end)
    {
        var hours = new BusinessHours(TimeZoneInfo.FindSystemTimeZoneById(zone), [new(DayOfWeek.Sunday, new(0, 30), new(20, 0))], []);

        Assert.Equal(DateTimeOffset.Parse(end, null), hours.After(DateTimeOffset.Parse(start, null), TimeSpan.FromMinutes(minutes)));
    }

    private static IEnumerable<OpeningTime> Nightly() =>
        from day in Enum.GetValues<DayOfWeek>()
        from opening in (OpeningTime[])[new(day, new(0, 0), new(0, 40)), new(day, new(1, 20), new(2, 20)), new(day, new(2, 40), new(4, 0)), new(day, new(23, 10), new(0, 0))]
        select opening;

    private static IEnumerable<OpeningTime> Daily() => Enumerable.Range(1, 5).Select(day => new OpeningTime((DayOfWeek)day, new(9, 0), new(12, 0)));

    private static Gen<(WallClock Clock, BusinessHours Hours, int Minute, int OpenMinutes)> Cases =>
        from of in Gen.Elements(Clocks)
        let clock = new WallClock(of.Zone, of.Year)
        from week in Openings
        from near in Gen.Choose(0, 3)
        let changes = clock.Changes
        from change in Gen.Elements(changes.Length > 0 && near > 0 ? changes : [clock.Minutes / 2])
        from away in Gen.Choose(-2 * Day, 2 * Day)
        from holiday in Gen.Choose(-2, 4)
        from openMinutes in Gen.Choose(1, 3_000)
        let minute = Math.Clamp(change + away, 0, clock.Minutes - 1)
        select (clock, new BusinessHours(clock.Zone, [.. week], [DateOnly.FromDateTime(clock.At(change).UtcDateTime).AddDays(holiday)]), minute, openMinutes);

    // Side by side and never over each other; the last of a day may go on to its end.
    private static Gen<IEnumerable<OpeningTime>> Openings =>
        from numbers in Gen.Choose(0, (7 * Day / 5) - 1).ArrayOf(8)
        from isLate in Gen.Choose(0, 1)
        select numbers.Select(number => number * 5).Order().Distinct().Chunk(2).Where(pair => pair.Length == 2 && pair[0] / Day == pair[1] / Day)
            .Select(pair => new OpeningTime((DayOfWeek)(pair[0] / Day), Time(pair[0]), isLate == 1 && pair[1] % Day > Day - 120 ? TimeOnly.MinValue : Time(pair[1])))
            .Where(opening => opening.To > opening.From || opening.To == TimeOnly.MinValue)
            .GroupBy(opening => opening.Day).SelectMany(day => day.Any(opening => opening.To == TimeOnly.MinValue) ? day.TakeLast(1) : day);

    private static TimeOnly Time(int minute) => TimeOnly.MinValue.AddMinutes(minute % Day);
}
