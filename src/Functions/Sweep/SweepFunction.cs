using Microsoft.Azure.Functions.Worker;

namespace Interactions.Functions.Sweep;

/// <summary>Every minute, on one instance.</summary>
internal sealed class SweepFunction(Sweeping sweeping)
{
    [Function("Sweep")]
    public Task RunAsync([TimerTrigger("0 * * * * *")] TimerInfo timer, CancellationToken cancellationToken) => sweeping.RunAsync(cancellationToken);
}
