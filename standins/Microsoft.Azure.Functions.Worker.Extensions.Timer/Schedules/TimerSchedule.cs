using System.Globalization;

namespace Microsoft.Azure.Functions.Worker.Extensions.Timer.Schedules;

internal abstract class TimerSchedule
{
    /// <summary>Reads what the Functions host reads: cron fields, or else an interval.</summary>
    internal static TimerSchedule Parse(string expression)
    {
        var fields = expression.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return fields.Length == 1 ? Interval(fields[0]) : CronSchedule.Parse(expression, fields);
    }

    /// <summary>The first moment after this one, in UTC, or null where none will ever come.</summary>
    internal abstract DateTimeOffset? Next(DateTimeOffset after);

    private static IntervalSchedule Interval(string text) =>
        TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out var interval) && interval > TimeSpan.Zero
            ? new IntervalSchedule(interval)
            : throw new FormatException($"The schedule '{text}' is neither six cron fields nor an interval such as 00:05:00.");
}
