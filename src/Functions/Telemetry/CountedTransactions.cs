using Azure.Core;
using Azure.Core.Pipeline;

namespace Interactions.Functions.Telemetry;

/// <summary>Counts what is asked of storage, repetitions too: each is paid for.</summary>
internal sealed class CountedTransactions : HttpPipelineSynchronousPolicy
{
    public override void OnSendingRequest(HttpMessage message) => Run.CountTransaction();
}
