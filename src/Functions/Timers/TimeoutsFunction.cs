using Azure.Messaging.ServiceBus;
using Interactions.Domain.Interactions;
using Interactions.Functions.Messaging;
using Interactions.Functions.Wakes;
using Microsoft.Azure.Functions.Worker;

namespace Interactions.Functions.Timers;

/// <summary>Wakes that were scheduled for when a timer would be due.</summary>
internal sealed class TimeoutsFunction(WakeHandling wakes, Timeouts timeouts)
{
    private const string Name = "Timeout";

    [Function(Name)]
    public Task RunAsync(
        [ServiceBusTrigger("%TimeoutsQueue%", Connection = "ServiceBus")] ServiceBusReceivedMessage message, CancellationToken cancellationToken) =>
        wakes.HandleAsync(
            Name,
            WakeMessage.Arrived(message),
            (wake, attempt, within) => wake is Wake.Timeout timeout
                ? timeouts.FireAsync(timeout, attempt, within)
                : throw new InvalidDataException("Such a wake does not belong to the timers."),
            cancellationToken);
}
