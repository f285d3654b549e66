using Azure.Messaging.ServiceBus;
using Interactions.Domain.Interactions;
using Interactions.Functions.Messaging;
using Interactions.Functions.Wakes;
using Microsoft.Azure.Functions.Worker;

namespace Interactions.Functions.Timers;

/// <summary>Wakes that were scheduled for when a timer would be due.</summary>
internal sealed class TimeoutsFunction(WakeHandling wakes, Timeouts timeouts)
{
    [Function("Timeout")]
    public Task RunAsync(
        [ServiceBusTrigger("%TimeoutsQueue%", Connection = "ServiceBus")] ServiceBusReceivedMessage message, CancellationToken cancellationToken)
    {
        var (wake, attempt) = WakeMessage.In(message);
        return wake is Wake.Timeout timeout
            ? wakes.HandleAsync(wake, attempt, within => timeouts.FireAsync(timeout, attempt, within), cancellationToken)
            : throw new InvalidDataException("Such a wake does not belong to the timers.");
    }
}
