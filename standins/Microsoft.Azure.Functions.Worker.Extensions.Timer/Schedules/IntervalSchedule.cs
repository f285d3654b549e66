namespace Microsoft.Azure.Functions.Worker.Extensions.Timer.Schedules;

internal sealed class IntervalSchedule(TimeSpan interval) : TimerSchedule
{
    internal override DateTimeOffset? Next(DateTimeOffset after) => after.ToUniversalTime() + interval;
}
