using Azure.Messaging.ServiceBus;

namespace Microsoft.Azure.Functions.Worker.Extensions.ServiceBus.LocalHost;

/// <summary>A message on its way through a function, and where to settle it.</summary>
internal sealed record Delivery(ServiceBusReceivedMessage Message, ServiceBusReceiver Receiver)
{
    public ServiceBusMessageActions Actions { get; } = new(Receiver);
}
