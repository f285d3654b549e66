using Azure.Messaging.ServiceBus;
using Interactions.Domain.Interactions;
using Interactions.Functions.Messaging;
using Interactions.Functions.Wakes;
using Microsoft.Azure.Functions.Worker;

namespace Interactions.Functions.Routing;

/// <summary>Wakes of the queues and of the agents, those of one queue or agent one after another.</summary>
internal sealed class RoutingFunction(WakeHandling wakes, Arrivals arrivals, Returns returns)
{
    private const string Name = "Route";

    [Function(Name)]
    public Task RunAsync(
        [ServiceBusTrigger("%RoutingQueue%", Connection = "ServiceBus", IsSessionsEnabled = true)] ServiceBusReceivedMessage message,
        CancellationToken cancellationToken) => wakes.HandleAsync(
            Name,
            WakeMessage.Arrived(message),
            (wake, attempt, within) => wake switch
            {
                Wake.Route route => arrivals.ServeAsync(route, attempt, within),
                Wake.Serve serve => returns.ServeAsync(serve, attempt, within),
                _ => throw new InvalidDataException("Such a wake does not belong to routing."),
            },
            cancellationToken);
}
