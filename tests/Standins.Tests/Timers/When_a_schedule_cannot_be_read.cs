using Microsoft.Azure.Functions.Worker.Extensions.Timer.Schedules;

namespace Interactions.Standins.Tests.Timers;

public sealed class When_a_schedule_cannot_be_read
{
    [Theory]
    [InlineData("60 * * * * *", "second", "60")]
    [InlineData("* 60 * * * *", "minute", "60")]
    [InlineData("* * 24 * * *", "hour", "24")]
    [InlineData("* * * 0 * *", "day", "0")]
    [InlineData("* * * 32 * *", "day", "32")]
    [InlineData("* * * * 13 *", "month", "13")]
    [InlineData("* * * * JANE *", "month", "JANE")]
    [InlineData("* * * * JA *", "month", "JA")]
    [InlineData("* * * * * 7", "day of the week", "7")]
    [InlineData("* * * * * JAN", "day of the week", "JAN")]
    [InlineData("* MON * * * *", "minute", "MON")]
    [InlineData("* */0 * * * *", "minute", "*/0")]
    [InlineData("* */ * * * *", "minute", "*/")]
    [InlineData("* */5/2 * * * *", "minute", "*/5/2")]
    [InlineData("* */-5 * * * *", "minute", "*/-5")]
    [InlineData("* 10-5 * * * *", "minute", "10-5")]
    [InlineData("* 5- * * * *", "minute", "5-")]
    [InlineData("* -5 * * * *", "minute", "-5")]
    [InlineData("* 1-2-3 * * * *", "minute", "1-2-3")]
    [InlineData("* *-5 * * * *", "minute", "*-5")]
    [InlineData("* 1,,2 * * * *", "minute", "1,,2")]
    [InlineData("* , * * * *", "minute", ",")]
    [InlineData("* +5 * * * *", "minute", "+5")]
    [InlineData("* ** * * * *", "minute", "**")]
    [InlineData("* 99999999999 * * * *", "minute", "99999999999")]
    [InlineData("* * * ? * *", "day", "?")]
    [InlineData("* * * L * *", "day", "L")]
    public void The_field_and_its_value_are_named(string expression, string field, string value) =>
        Assert.StartsWith($"A schedule's {field} cannot be '{value}': ", Refusal(expression), StringComparison.Ordinal);

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("* * * *")]
    [InlineData("* * * * * * *")]
    public void The_number_of_fields_is_named(string expression) =>
        Assert.Contains("fields where six", Refusal(expression), StringComparison.Ordinal);

    [Theory]
    [InlineData("*")]
    [InlineData("hourly")]
    [InlineData("00:00:00")]
    [InlineData("-00:05:00")]
    [InlineData("00:60:00")]
    public void An_interval_that_is_none_is_named(string expression) =>
        Assert.Contains($"'{expression}'", Refusal(expression), StringComparison.Ordinal);

    private static string Refusal(string expression) =>
        Assert.Throws<FormatException>(() => TimerSchedule.Parse(expression)).Message;
}
