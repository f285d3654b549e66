namespace Azure.Messaging.ServiceBus.Administration;

/// <summary>How many messages queues hold: asked of the broker in this process or of a real namespace.</summary>
internal interface IQueueCounts
{
    Task<Response<QueueRuntimeProperties>> OfAsync(string name, CancellationToken cancellationToken);

    AsyncPageable<QueueRuntimeProperties> OfAll(CancellationToken cancellationToken);
}
