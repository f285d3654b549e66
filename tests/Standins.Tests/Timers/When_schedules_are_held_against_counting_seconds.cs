using Microsoft.Azure.Functions.Worker.Extensions.Timer.Schedules;

namespace Interactions.Standins.Tests.Timers;

public sealed class When_schedules_are_held_against_counting_seconds
{
    private const int Expressions = 2_000;

    // Feb 28 of a leap year, the last second of a year, and the day before the shorter February.
    private static readonly DateTimeOffset[] Starts =
    [
        new(2028, 2, 28, 23, 59, 0, TimeSpan.Zero),
        new(2026, 12, 31, 23, 59, 59, TimeSpan.Zero),
        new(2027, 1, 31, 11, 22, 33, TimeSpan.Zero),
    ];

    [Fact]
    public void Random_expressions_run_next_at_the_first_second_that_fits()
    {
        var random = new Random(20_260_310);
        for (var count = 0; count < Expressions; count++)
        {
            var oracle = new CronOracle(random);
            var after = Starts[count % Starts.Length].AddSeconds(random.Next(-100_000, 100_000));

            var next = TimerSchedule.Parse(oracle.Expression).Next(after);

            Assert.True(Counted(oracle, after) == next, $"'{oracle.Expression}' after {after:u} gave {next:u}.");
        }
    }

    // Over whole days first, second by second only where the day fits.
    private static DateTimeOffset? Counted(CronOracle oracle, DateTimeOffset after)
    {
        var end = after.AddYears(41);
        for (var moment = after.AddSeconds(1); moment <= end;)
        {
            if (oracle.RunsAt(moment)) return moment;
            moment = oracle.RunsOn(moment) ? moment.AddSeconds(1) : moment.AddDays(1).AddTicks(-moment.TimeOfDay.Ticks);
        }

        return null;
    }
}
