using Azure.Messaging.ServiceBus;

namespace Interactions.Simulation.Cloud;

/// <summary>The bus as one instance reaches it.</summary>
internal sealed class BusClient(Bus bus, Network network, Skies skies) : ServiceBusClient
{
    private readonly Network.Way _way = new(Side.Bus, () => skies.IsAway(Side.Bus), Unclear, Unclear, Throttled, Repeats: true);

    public override ServiceBusSender CreateSender(string queueOrTopicName) => new Sender(bus, network, _way, queueOrTopicName);

    public override ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private static ServiceBusException Unclear() => new ServiceBusException("The connection broke.", ServiceBusFailureReason.ServiceCommunicationProblem);

    private static ServiceBusException Throttled() => new ServiceBusException("Too much at once.", ServiceBusFailureReason.ServiceBusy);

    private sealed class Sender(Bus bus, Network network, Network.Way way, string queue) : ServiceBusSender
    {
        public override Task SendMessageAsync(ServiceBusMessage message, CancellationToken cancellationToken = default) =>
            network.PassAsync(way, $"{queue} {message.MessageId}", () => bus.Take(queue, message), cancellationToken);

        public override ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
