using Interactions.Domain.Interactions;
using Interactions.Functions.Commit;
using Interactions.Functions.Hosting;
using Interactions.Functions.Messaging;
using Microsoft.Extensions.Logging;

namespace Interactions.Functions.Wakes;

/// <summary>
/// Takes wakes from the bus. While storage is away they are put off: delivered again and again within seconds, they would end as
/// dead letters before it is back.
/// </summary>
internal sealed class WakeHandling(WakeSender wakes, TimeProvider clock, ILogger<WakeHandling> logger)
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(15);

    /// <param name="attempt">How often it came before what it announces.</param>
    /// <param name="stopping">Ends when the instance stops, which is no reason to break off what takes a moment more.</param>
    public async Task HandleAsync(Wake wake, int attempt, Func<CancellationToken, Task> handle, CancellationToken stopping)
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
            await wakes.SendAtAsync(wake, clock.GetUtcNow() + Pause, attempt, stopping);
        }
    }
}
