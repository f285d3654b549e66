using System.Collections.Immutable;
using Interactions.Domain.Policies;

namespace Interactions.Domain.Tests.Policies;

public sealed class When_hours_are_kept
{
    // One hour ahead of UTC, two between the last Sundays of March and October, both at 01:00 UTC.
    private static readonly TimeZoneInfo CentralEurope = TimeZoneInfo.CreateCustomTimeZone(
        "test", TimeSpan.FromHours(1), "test", "test", "test summer",
        [
            TimeZoneInfo.AdjustmentRule.CreateAdjustmentRule(
                DateTime.MinValue.Date, DateTime.MaxValue.Date, TimeSpan.FromHours(1),
                TimeZoneInfo.TransitionTime.CreateFloatingDateRule(new DateTime(1, 1, 1, 2, 0, 0), 3, 5, DayOfWeek.Sunday),
                TimeZoneInfo.TransitionTime.CreateFloatingDateRule(new DateTime(1, 1, 1, 3, 0, 0), 10, 5, DayOfWeek.Sunday)),
        ]);

    private static readonly ImmutableArray<OpeningTime> Weekdays =
        [.. Enumerable.Range(1, 5).Select(day => new OpeningTime((DayOfWeek)day, new TimeOnly(9, 0), new TimeOnly(17, 0)))];

    private static readonly BusinessHours Office = new(TimeZoneInfo.Utc, Weekdays, []);

    [Theory]
    [InlineData("2026-03-02T08:59:59Z", false)]
    [InlineData("2026-03-02T09:00:00Z", true)]
    [InlineData("2026-03-02T16:59:59Z", true)]
    [InlineData("2026-03-02T17:00:00Z", false)]
    [InlineData("2026-03-01T12:00:00Z", false)]
    [InlineData("2026-03-02T10:30:00+02:00", false)]
    [InlineData("2026-03-02T18:30:00+02:00", true)]
    public void The_opening_counts_and_the_closing_does_not(string moment, bool isOpen) => Assert.Equal(isOpen, Office.AreOpenAt(At(moment)));

    [Fact]
    public void An_end_of_midnight_is_the_end_of_that_day()
    {
        var hours = Office with { Week = [new(DayOfWeek.Monday, new TimeOnly(20, 0), TimeOnly.MinValue), new(DayOfWeek.Wednesday, TimeOnly.MinValue, TimeOnly.MinValue)] };

        Assert.True(hours.AreOpenAt(At("2026-03-02T23:59:59Z")));
        Assert.False(hours.AreOpenAt(At("2026-03-03T00:00:00Z")));
        Assert.True(hours.AreOpenAt(At("2026-03-04T00:00:00Z")) && hours.AreOpenAt(At("2026-03-04T23:59:59Z")));
    }

    [Fact]
    public void A_break_at_noon_is_closed()
    {
        var hours = Office with { Week = [new(DayOfWeek.Monday, new TimeOnly(13, 0), new TimeOnly(17, 0)), new(DayOfWeek.Monday, new TimeOnly(9, 0), new TimeOnly(12, 0))] };

        Assert.False(hours.AreOpenAt(At("2026-03-02T12:30:00Z")));
        Assert.Equal(At("2026-03-02T13:30:00Z"), hours.After(At("2026-03-02T11:30:00Z"), TimeSpan.FromHours(1)));
    }

    [Fact]
    public void A_holiday_is_closed_all_day()
    {
        var hours = Office with { Holidays = [new DateOnly(2026, 3, 3)] };

        Assert.False(hours.AreOpenAt(At("2026-03-03T12:00:00Z")));
        Assert.Equal(At("2026-03-04T09:30:00Z"), hours.After(At("2026-03-02T16:30:00Z"), TimeSpan.FromHours(1)));
    }

    [Theory]
    [InlineData("2026-03-02T10:00:00Z", "01:00:00", "2026-03-02T11:00:00Z")]
    [InlineData("2026-03-02T16:00:00Z", "01:00:00", "2026-03-02T17:00:00Z")]
    [InlineData("2026-03-02T07:00:00Z", "01:00:00", "2026-03-02T10:00:00Z")]
    [InlineData("2026-03-06T16:58:00Z", "00:05:00", "2026-03-09T09:03:00Z")]
    [InlineData("2026-03-07T12:00:00Z", "00:05:00", "2026-03-09T09:05:00Z")]
    [InlineData("2026-03-02T09:00:00Z", "2.00:00:00", "2026-03-09T17:00:00Z")]
    public void Only_open_time_passes(string start, string time, string expected) =>
        Assert.Equal(At(expected), Office.After(At(start), TimeSpan.Parse(time, null)));

    [Theory]
    [InlineData("2026-03-29T00:59:59Z", 3, false)]
    [InlineData("2026-03-27T07:59:59Z", 9, false)]
    [InlineData("2026-03-27T08:00:00Z", 9, true)]
    [InlineData("2026-03-30T06:59:59Z", 9, false)]
    [InlineData("2026-03-30T07:00:00Z", 9, true)]
    [InlineData("2026-10-23T07:00:00Z", 9, true)]
    [InlineData("2026-10-26T07:00:00Z", 9, false)]
    [InlineData("2026-10-26T08:00:00Z", 9, true)]
    public void The_clock_on_the_wall_counts_in_summer_and_winter(string moment, int from, bool isOpen)
    {
        var hours = Local(new TimeOnly(from, 0), new TimeOnly(17, 0));

        Assert.Equal(isOpen, hours.AreOpenAt(At(moment)));
    }

    [Theory]
    [InlineData("2026-03-29T00:00:00+01:00", 23)]
    [InlineData("2026-10-25T00:00:00+02:00", 25)]
    [InlineData("2026-03-02T00:00:00+01:00", 24)]
    public void A_day_is_as_long_as_it_is(string midnight, int length)
    {
        var hours = Local(TimeOnly.MinValue, TimeOnly.MinValue);

        Assert.Equal(At(midnight).AddHours(length + 1), hours.After(At(midnight), TimeSpan.FromHours(length + 1)));
        Assert.Equal(At(midnight).AddHours(length), (hours with { Holidays = [] }).After(At(midnight), TimeSpan.FromHours(length)));
        var nextDay = DateOnly.FromDateTime(At(midnight).DateTime).AddDays(1);
        Assert.False((hours with { Holidays = [nextDay] }).AreOpenAt(At(midnight).AddHours(length)));
        Assert.True((hours with { Holidays = [nextDay] }).AreOpenAt(At(midnight).AddHours(length).AddTicks(-1)));
    }

    [Theory]
    [InlineData("2026-03-02T08:00:00Z", "2026-03-02T09:00:00Z")]
    [InlineData("2026-03-02T09:00:00Z", "2026-03-02T09:00:00Z")]
    [InlineData("2026-03-02T12:00:00Z", "2026-03-02T12:00:00Z")]
    [InlineData("2026-03-02T17:00:00Z", "2026-03-03T09:00:00Z")]
    [InlineData("2026-03-06T17:30:00Z", "2026-03-09T09:00:00Z")]
    public void They_open_next(string moment, string expected) => Assert.Equal(At(expected), Office.NextOpening(At(moment)));

    [Fact]
    public void A_holiday_opens_nothing() =>
        Assert.Equal(At("2026-03-04T09:00:00Z"), (Office with { Holidays = [new DateOnly(2026, 3, 3)] }).NextOpening(At("2026-03-02T17:00:00Z")));

    [Fact]
    public void What_never_opens_opens_never() => Assert.Null((Office with { Week = [] }).NextOpening(At("2026-03-02T09:00:00Z")));

    [Fact]
    public void Hours_that_never_come_stop_no_clock() =>
        Assert.Equal(At("2026-03-02T10:00:00Z"), (Office with { Week = [] }).After(At("2026-03-02T09:00:00Z"), TimeSpan.FromHours(1)));

    [Fact]
    public void Asking_when_costs_little_however_full_the_week_is()
    {
        var hours = Local(TimeOnly.MinValue, TimeOnly.MinValue);
        hours.After(At("2026-03-02T09:00:00Z"), TimeSpan.FromMinutes(5));

        var before = GC.GetAllocatedBytesForCurrentThread();
        hours.After(At("2026-03-02T09:00:00Z"), TimeSpan.FromMinutes(5));

        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 4_000);
    }

    private static BusinessHours Local(TimeOnly from, TimeOnly to) =>
        new(CentralEurope, [.. Enum.GetValues<DayOfWeek>().Select(day => new OpeningTime(day, from, to))], []);

    private static DateTimeOffset At(string moment) => DateTimeOffset.Parse(moment, null);
}
