using Interactions.Functions.Commit;
using Interactions.Functions.Health;
using Interactions.Functions.Hosting;
using Interactions.Functions.Storage;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;

namespace Interactions.Functions.Recovery;

/// <summary>Every five minutes, what customers wrote and no webhook brought; and how much waits for an operator.</summary>
internal sealed class InboundReconciliationFunction(InboundReconciliation reconciliation, Unprocessed unprocessed, ILogger<InboundReconciliationFunction> logger)
{
    [Function("InboundReconciliation")]
    public async Task RunAsync([TimerTrigger("0 */5 * * * *")] TimerInfo timer, CancellationToken cancellationToken)
    {
        try
        {
            await reconciliation.RunAsync(cancellationToken);
            Metrics.Kept.Record(await unprocessed.CountAsync(StorageReport.MostCounted, cancellationToken));
        }
        catch (Exception fault) when (Outage.Is(fault))
        {
            // The next one looks at the same again.
            logger.ReconciliationPutOff(Outage.Name(fault));
        }
    }
}
