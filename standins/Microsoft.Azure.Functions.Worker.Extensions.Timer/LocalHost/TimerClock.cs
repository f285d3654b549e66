using Microsoft.Azure.Functions.Worker.Extensions.Timer.Schedules;

namespace Microsoft.Azure.Functions.Worker.Extensions.Timer.LocalHost;

/// <summary>Runs one function whenever its schedule says, never twice at once: what falls due meanwhile is skipped.</summary>
internal sealed class TimerClock(TimerSchedule schedule, bool runOnStartup, TimeProvider time, Func<TimerInfo, Task> run)
{
    // A longer wait than a timer can hold is waited in parts.
    private static readonly TimeSpan LongestWait = TimeSpan.FromDays(1);

    private DateTimeOffset? _last;

    public async Task RunAsync(CancellationToken stopping)
    {
        if (runOnStartup && !stopping.IsCancellationRequested)
            await TickAsync();

        while (schedule.Next(time.GetUtcNow()) is { } due && await WaitAsync(due, stopping))
            await TickAsync();
    }

    private async Task TickAsync()
    {
        var last = _last;
        var now = time.GetUtcNow();
        _last = now;
        await run(new TimerInfo
        {
            ScheduleStatus = new ScheduleStatus
            {
                Last = last?.UtcDateTime ?? default,
                Next = schedule.Next(now)?.UtcDateTime ?? default,
                LastUpdated = last?.UtcDateTime ?? default,
            },
        });
    }

    /// <summary>False when the host stops before the time has come.</summary>
    private async Task<bool> WaitAsync(DateTimeOffset due, CancellationToken stopping)
    {
        while (due - time.GetUtcNow() is var left && left > TimeSpan.Zero)
        {
            var wait = Task.Delay(left < LongestWait ? left : LongestWait, time, stopping);
            await wait.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (stopping.IsCancellationRequested)
                return false;
        }

        return true;
    }
}
