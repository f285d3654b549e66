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
    public async Task HandleAsync(Wake wake, int attempt, Func<Task> handle, CancellationToken cancellationToken)
    {
        try
        {
            await handle();
        }
        catch (Exception fault) when (Outage.Is(fault) && !cancellationToken.IsCancellationRequested)
        {
            logger.WakePutOff(Outage.Name(fault));
            await wakes.SendAtAsync(wake, clock.GetUtcNow() + Pause, attempt, cancellationToken);
        }
    }
}
