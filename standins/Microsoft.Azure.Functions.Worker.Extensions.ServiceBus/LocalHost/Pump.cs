using Azure.Messaging.ServiceBus;
using Microsoft.Extensions.Logging;

namespace Microsoft.Azure.Functions.Worker.Extensions.ServiceBus.LocalHost;

/// <summary>Takes messages from a queue with as many workers as host.json allows at once.</summary>
internal abstract class Pump(int workers, ILogger logger)
{
    private static readonly TimeSpan PauseAfterFault = TimeSpan.FromSeconds(1);

    /// <summary>Done when every worker has finished what it had in hand.</summary>
    public Task Completion { get; private set; } = Task.CompletedTask;

    public void Start(CancellationToken stopping) =>
        Completion = Task.WhenAll(Enumerable.Range(0, workers).Select(_ => Task.Run(() => WorkUntilStoppedAsync(stopping), CancellationToken.None)));

    /// <summary>Waits for something to do and does it, or returns when nothing came for a while.</summary>
    protected abstract Task WorkAsync(CancellationToken stopping);

    private async Task WorkUntilStoppedAsync(CancellationToken stopping)
    {
        while (!stopping.IsCancellationRequested)
        {
            try
            {
                await WorkAsync(stopping);
            }
            catch (OperationCanceledException) when (stopping.IsCancellationRequested)
            {
                return;
            }
            catch (ServiceBusException nothingCame) when (nothingCame.Reason is ServiceBusFailureReason.ServiceTimeout)
            {
                // No session had messages; look again.
            }
            catch (ServiceBusException lost) when (lost.Reason is ServiceBusFailureReason.SessionLockLost)
            {
                logger.SessionLost(lost);
            }
            catch (Exception fault)
            {
                logger.PumpFailed(fault);
                await Task.Delay(PauseAfterFault, stopping).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }
}
