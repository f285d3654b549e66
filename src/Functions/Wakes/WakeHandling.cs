using System.Diagnostics;
using Interactions.Domain.Interactions;
using Interactions.Functions.Commit;
using Interactions.Functions.Hosting;
using Interactions.Functions.Messaging;
using Interactions.Functions.Telemetry;
using Microsoft.Extensions.Logging;

namespace Interactions.Functions.Wakes;

/// <summary>
/// Takes wakes from the bus. While storage is away they are put off: delivered again and again within seconds, they would end as
/// dead letters before it is back.
/// </summary>
internal sealed class WakeHandling(WakeSender wakes, TimeProvider clock, ILogger<WakeHandling> logger)
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(15);

    /// <param name="function">Whose wakes they are.</param>
    /// <param name="handle">Is told how often it came before what it announces.</param>
    /// <param name="stopping">Ends when the instance stops, which is no reason to break off what takes a moment more.</param>
    public Task HandleAsync(string function, Woken woken, Func<Wake, int, CancellationToken, Task> handle, CancellationToken stopping)
    {
        var run = Begin(function, woken);
        return run.CarryOutAsync(async () =>
        {
            var (wake, attempt) = woken.Read();
            if (!await TryAsync(wake, attempt, handle, stopping))
                run.End("later");
        });
    }

    // What a timer does comes of what set it, and is no part of that: days may lie between.
    private static Run Begin(string function, Woken woken) => woken.IsTimer
        ? Run.Begin(function, ActivityKind.Consumer, traceParent: null, cause: woken.Trace)
        : Run.Begin(function, ActivityKind.Consumer, woken.Trace);

    /// <summary>False where it was put off.</summary>
    private async Task<bool> TryAsync(Wake wake, int attempt, Func<Wake, int, CancellationToken, Task> handle, CancellationToken stopping)
    {
        using var limit = new CancellationTokenSource(Timeout.InfiniteTimeSpan, clock);
        await using var stops = stopping.Register(() => limit.CancelAfter(Patience.Limit));
        try
        {
            await handle(wake, attempt, limit.Token);
            return true;
        }
        catch (Exception fault) when (Outage.Is(fault) && !stopping.IsCancellationRequested)
        {
            logger.WakePutOff(Outage.Name(fault));
            await wakes.SendAtAsync(wake, clock.GetUtcNow() + Pause, attempt, stopping);
            return false;
        }
    }
}
