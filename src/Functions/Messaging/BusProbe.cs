using Azure.Messaging.ServiceBus.Administration;

namespace Interactions.Functions.Messaging;

/// <summary>Counts what is on each queue; throws when the bus does not answer.</summary>
internal sealed class BusProbe(ServiceBusAdministrationClient bus, QueueNames queues)
{
    public Task<MessageCounts[]> CountAsync(CancellationToken cancellationToken) =>
        Task.WhenAll(queues.All.Select(name => CountAsync(name, cancellationToken)));

    private async Task<MessageCounts> CountAsync(string name, CancellationToken cancellationToken)
    {
        var queue = (await bus.GetQueueRuntimePropertiesAsync(name, cancellationToken)).Value;
        return new MessageCounts(name, queue.ActiveMessageCount, queue.ScheduledMessageCount, queue.DeadLetterMessageCount);
    }
}
