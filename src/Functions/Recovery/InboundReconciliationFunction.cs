using Interactions.Functions.Commit;
using Interactions.Functions.Hosting;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;

namespace Interactions.Functions.Recovery;

/// <summary>Every five minutes, what customers wrote and no webhook brought.</summary>
internal sealed class InboundReconciliationFunction(InboundReconciliation reconciliation, ILogger<InboundReconciliationFunction> logger)
{
    [Function("InboundReconciliation")]
    public async Task RunAsync([TimerTrigger("0 */5 * * * *")] TimerInfo timer, CancellationToken cancellationToken)
    {
        try
        {
            await reconciliation.RunAsync(cancellationToken);
        }
        catch (Exception fault) when (Outage.Is(fault))
        {
            // The next one looks at the same again.
            logger.ReconciliationPutOff(Outage.Name(fault));
        }
    }
}
