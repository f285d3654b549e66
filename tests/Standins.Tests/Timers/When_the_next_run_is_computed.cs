using System.Globalization;
using Microsoft.Azure.Functions.Worker.Extensions.Timer.Schedules;

namespace Interactions.Standins.Tests.Timers;

public sealed class When_the_next_run_is_computed
{
    [Theory]
    [InlineData("0 */5 * * * *", "2026-03-10 12:00:00", "2026-03-10 12:05:00")]
    [InlineData("0 */5 * * * *", "2026-03-10 12:04:59", "2026-03-10 12:05:00")]
    [InlineData("0 */5 * * * *", "2026-03-10 12:58:00", "2026-03-10 13:00:00")]
    [InlineData("* * * * * *", "2026-03-10 12:00:00", "2026-03-10 12:00:01")]
    [InlineData("30 * * * * *", "2026-03-10 12:00:30", "2026-03-10 12:01:30")]
    [InlineData("0 0 * * * *", "2026-03-10 23:00:00", "2026-03-11 00:00:00")]
    [InlineData("0 30 9 * * *", "2026-03-10 09:30:00", "2026-03-11 09:30:00")]
    [InlineData("0 30 9 * * *", "2026-03-10 09:29:59", "2026-03-10 09:30:00")]
    [InlineData("15,45 10 * * * *", "2026-03-10 12:10:15", "2026-03-10 12:10:45")]
    [InlineData("15,45 10 * * * *", "2026-03-10 12:10:45", "2026-03-10 13:10:15")]
    public void Seconds_minutes_and_hours_carry_over(string expression, string after, string next) =>
        Expect(expression, after, next);

    [Theory]
    [InlineData("0 0 0 * * *", "2026-01-31 12:00:00", "2026-02-01 00:00:00")]
    [InlineData("0 0 0 * * *", "2026-12-31 23:59:59", "2027-01-01 00:00:00")]
    [InlineData("59 59 23 31 12 *", "2026-12-31 23:59:59", "2027-12-31 23:59:59")]
    [InlineData("0 0 0 1 * *", "2026-12-01 00:00:00", "2027-01-01 00:00:00")]
    [InlineData("0 0 0 31 * *", "2026-01-31 00:00:00", "2026-03-31 00:00:00")]
    [InlineData("0 0 0 30 * *", "2026-01-30 00:00:00", "2026-03-30 00:00:00")]
    [InlineData("0 0 12 1 1,7 *", "2026-07-01 12:00:00", "2027-01-01 12:00:00")]
    public void Months_and_years_end(string expression, string after, string next) =>
        Expect(expression, after, next);

    [Theory]
    [InlineData("0 0 0 29 2 *", "2026-01-01 00:00:00", "2028-02-29 00:00:00")]
    [InlineData("0 0 0 29 2 *", "2028-02-29 00:00:00", "2032-02-29 00:00:00")]
    [InlineData("0 0 0 29 2 *", "2096-02-29 00:00:00", "2104-02-29 00:00:00")]
    [InlineData("0 0 0 29 2 MON", "2044-02-29 00:00:00", "2072-02-29 00:00:00")]
    [InlineData("0 0 0 29 2 MON", "2072-02-29 00:00:00", "2112-02-29 00:00:00")]
    [InlineData("0 0 0 28-29 2 *", "2028-02-28 00:00:00", "2028-02-29 00:00:00")]
    [InlineData("0 0 0 28-29 2 *", "2026-02-28 00:00:00", "2027-02-28 00:00:00")]
    public void Leap_days_come_when_they_come(string expression, string after, string next) =>
        Expect(expression, after, next);

    [Theory]
    [InlineData("0 0 9 * * 1-5", "2026-03-13 09:00:00", "2026-03-16 09:00:00")]
    [InlineData("0 0 9 * * SAT,SUN", "2026-03-13 09:00:00", "2026-03-14 09:00:00")]
    [InlineData("0 0 9 * * 0", "2026-03-13 09:00:00", "2026-03-15 09:00:00")]
    [InlineData("0 0 9 13 * FRI", "2026-03-13 09:00:00", "2026-11-13 09:00:00")]
    [InlineData("0 0 9 1-7 * MON", "2026-03-13 09:00:00", "2026-04-06 09:00:00")]
    public void Day_and_day_of_the_week_must_both_hold(string expression, string after, string next) =>
        Expect(expression, after, next);

    [Theory]
    [InlineData("0 0 0 1 JAN *", "2026-03-10 00:00:00", "2027-01-01 00:00:00")]
    [InlineData("0 0 0 1 january *", "2026-03-10 00:00:00", "2027-01-01 00:00:00")]
    [InlineData("0 0 0 1 Feb-Apr *", "2026-03-10 00:00:00", "2026-04-01 00:00:00")]
    [InlineData("0 0 0 1 sept,DEC *", "2026-03-10 00:00:00", "2026-09-01 00:00:00")]
    [InlineData("0 0 0 * * mon-Friday/2", "2026-03-10 00:00:00", "2026-03-11 00:00:00")]
    public void Months_and_days_have_names(string expression, string after, string next) =>
        Expect(expression, after, next);

    [Theory]
    [InlineData("0 7/20 * * * *", "2026-03-10 12:07:00", "2026-03-10 12:27:00")]
    [InlineData("0 7/20 * * * *", "2026-03-10 12:47:00", "2026-03-10 13:07:00")]
    [InlineData("0 10-20/5,50 * * * *", "2026-03-10 12:20:00", "2026-03-10 12:50:00")]
    [InlineData("0 */7 * * * *", "2026-03-10 12:56:00", "2026-03-10 13:00:00")]
    [InlineData("0 0 */24 * * *", "2026-03-10 12:00:00", "2026-03-11 00:00:00")]
    [InlineData("0 0 */2147483647 * * *", "2026-03-10 12:00:00", "2026-03-11 00:00:00")]
    [InlineData("0 0 0 */10 * *", "2026-03-31 00:00:00", "2026-04-01 00:00:00")]
    public void Steps_count_from_where_their_range_begins(string expression, string after, string next) =>
        Expect(expression, after, next);

    [Theory]
    [InlineData("0 0 0 30 2 *")]
    [InlineData("0 0 0 31 2,4,6,9,11 *")]
    public void A_date_that_does_not_exist_never_comes(string expression) =>
        Assert.Null(TimerSchedule.Parse(expression).Next(At("2026-03-10 12:00:00")));

    [Fact]
    public void Five_fields_mean_second_zero() =>
        Expect("*/5 * * * *", "2026-03-10 12:00:30", "2026-03-10 12:05:00");

    [Fact]
    public void Spaces_between_fields_do_not_count() =>
        Expect("  0  */5 * * * * ", "2026-03-10 12:00:30", "2026-03-10 12:05:00");

    [Theory]
    [InlineData("00:05:00", "2026-03-10 12:01:07", "2026-03-10 12:06:07")]
    [InlineData("1.00:00:00", "2026-12-31 12:00:00", "2027-01-01 12:00:00")]
    public void An_interval_counts_from_the_last_run(string expression, string after, string next) =>
        Expect(expression, after, next);

    [Fact]
    public void Part_of_a_second_already_gone_does_not_count()
    {
        var after = At("2026-03-10 12:00:00").AddMilliseconds(999);

        Assert.Equal(At("2026-03-10 12:00:01"), TimerSchedule.Parse("* * * * * *").Next(after));
    }

    [Theory]
    [InlineData("0 0 9 * * *", "2026-03-10T09:00:00Z")]
    [InlineData("08:00:00", "2026-03-10T16:30:00Z")]
    public void Times_are_utc_whatever_offset_they_are_asked_in(string expression, string next)
    {
        var after = new DateTimeOffset(2026, 3, 10, 10, 30, 0, TimeSpan.FromHours(2));

        var run = TimerSchedule.Parse(expression).Next(after);

        Assert.Equal(DateTimeOffset.Parse(next, CultureInfo.InvariantCulture), run);
        Assert.Equal(TimeSpan.Zero, run!.Value.Offset);
    }

    private static void Expect(string expression, string after, string next) =>
        Assert.Equal(At(next), TimerSchedule.Parse(expression).Next(At(after)));

    private static DateTimeOffset At(string moment) =>
        DateTimeOffset.ParseExact(moment, "yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);
}
