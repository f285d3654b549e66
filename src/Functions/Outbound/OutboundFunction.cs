using Azure.Messaging.ServiceBus;
using Interactions.Domain.Interactions;
using Interactions.Functions.Messaging;
using Interactions.Functions.Wakes;
using Microsoft.Azure.Functions.Worker;

namespace Interactions.Functions.Outbound;

/// <summary>Messages to send, those of one customer one after another.</summary>
internal sealed class OutboundFunction(WakeHandling wakes, Sending sending)
{
    private const string Name = "Send";

    [Function(Name)]
    public Task RunAsync(
        [ServiceBusTrigger("%OutboundQueue%", Connection = "ServiceBus", IsSessionsEnabled = true)] ServiceBusReceivedMessage message,
        CancellationToken cancellationToken) =>
        wakes.HandleAsync(Name, WakeMessage.Arrived(message), (wake, attempt, within) => sending.SendAsync((Wake.Send)wake, attempt, within), cancellationToken);
}
