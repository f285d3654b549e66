using Azure.Messaging.ServiceBus;

namespace Interactions.Functions.Tests.Driver;

/// <summary>Shows every message that is sent to <see cref="Calls"/>.</summary>
internal sealed class WatchedBus(ServiceBusClient bus, Calls calls) : ServiceBusClient
{
    public override ServiceBusSender CreateSender(string queueOrTopicName) => new Sender(bus.CreateSender(queueOrTopicName), queueOrTopicName, calls);

    public override ServiceBusReceiver CreateReceiver(string queueName, ServiceBusReceiverOptions options) => bus.CreateReceiver(queueName, options);

    public override ValueTask DisposeAsync() => bus.DisposeAsync();

    private sealed class Sender(ServiceBusSender sender, string queue, Calls calls) : ServiceBusSender
    {
        public override Task SendMessageAsync(ServiceBusMessage message, CancellationToken cancellationToken = default) =>
            calls.PassAsync($"bus {queue}", () => new ValueTask(sender.SendMessageAsync(message, cancellationToken))).AsTask();

        public override ValueTask DisposeAsync() => sender.DisposeAsync();
    }
}
