using Azure.Messaging.ServiceBus.Connections;

namespace Azure.Messaging.ServiceBus.Administration;

internal sealed class BrokerCounts(Uri endpoint) : IQueueCounts
{
    private Broker.DevelopmentBroker Broker => ServiceBus.Broker.DevelopmentBroker.For(endpoint.OriginalString);

    public Task<Response<QueueRuntimeProperties>> OfAsync(string name, CancellationToken cancellationToken) =>
        Outcome.Of(() => Response.FromValue(Broker.Queue(name).Counts(), InProcessResponse.Ok), cancellationToken);

    public AsyncPageable<QueueRuntimeProperties> OfAll(CancellationToken cancellationToken) =>
        AsyncPageable<QueueRuntimeProperties>.FromPages(
        [
            Page<QueueRuntimeProperties>.FromValues([.. Broker.Queues.Select(queue => queue.Counts())], null, InProcessResponse.Ok),
        ]);
}
