using Azure.Messaging.ServiceBus;
using Interactions.Domain.Interactions;
using Interactions.Functions.Commit;
using Interactions.Functions.Messaging;
using Interactions.Functions.Routing;
using Interactions.Functions.Storage;
using Microsoft.Azure.Functions.Worker;

namespace Interactions.Functions.Timers;

/// <summary>A timer may be due: whatever the state says is due, happens.</summary>
internal sealed class TimeoutsFunction(CommitLoop loop, ConversationStore conversations, WakeSender wakes, EarlyWakes early, TimeProvider clock)
{
    [Function("Timeout")]
    public async Task RunAsync(
        [ServiceBusTrigger("%TimeoutsQueue%", Connection = "ServiceBus")] ServiceBusReceivedMessage message, CancellationToken cancellationToken)
    {
        var (wake, attempt) = WakeMessage.In(message);
        if (wake is not Wake.Timeout timeout)
            throw new InvalidDataException("Such a wake does not belong to the timers.");

        // The bus goes by its own clock.
        if (clock.GetUtcNow() < timeout.Due)
        {
            await wakes.SendAtAsync(timeout, timeout.Due, attempt, cancellationToken);
            return;
        }

        if (await loop.HandleAsync(timeout.Id.Profile, new FireTimers(timeout.Id), cancellationToken) is Decision.Changed)
            return;
        var conversation = (await conversations.LoadAsync(timeout.Id.Profile, cancellationToken)).Conversation;
        if (conversation.Version < timeout.Version)
            await early.LookAgainAsync(timeout, attempt, cancellationToken);
    }
}
