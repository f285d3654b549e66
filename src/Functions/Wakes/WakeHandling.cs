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
    /// <param name="stopping">Ends when the instance stops, which is no reason to break off what takes a moment more.</param>
    public Task HandleAsync(string function, Woken woken, Func<CancellationToken, Task> handle, CancellationToken stopping) =>
        Runs.RunAsync(Begin(function, woken), () => HandleAsync(woken, handle, stopping));

    // What a timer does comes of what set it, and is no part of that: days may lie between.
    private static Operation Begin(string function, Woken woken) => woken.Wake is Wake.Timeout
        ? Operation.Begin(function, ActivityKind.Consumer, traceParent: null, cause: woken.Trace)
        : Operation.Begin(function, ActivityKind.Consumer, woken.Trace);

    private async Task HandleAsync(Woken woken, Func<CancellationToken, Task> handle, CancellationToken stopping)
    {
        using var limit = new CancellationTokenSource(Timeout.InfiniteTimeSpan, clock);
        await using var stops = stopping.Register(() => limit.CancelAfter(Patience.Limit));
        try
        {
            await handle(limit.Token);
        }
        catch (Exception fault) when (Outage.Is(fault) && !stopping.IsCancellationRequested)
        {
            logger.WakePutOff(Outage.Name(fault));
            await wakes.SendAtAsync(woken.Wake, clock.GetUtcNow() + Pause, woken.Attempt, stopping);
        }
    }
}
