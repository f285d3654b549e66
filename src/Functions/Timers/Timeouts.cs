using Interactions.Domain.Interactions;
using Interactions.Functions.Commit;
using Interactions.Functions.Messaging;
using Interactions.Functions.Storage;
using Interactions.Functions.Wakes;

namespace Interactions.Functions.Timers;

/// <summary>A timer may be due: whatever the state says is due, happens.</summary>
internal sealed class Timeouts(CommitLoop loop, ConversationStore conversations, WakeSender wakes, EarlyWakes early, TimeProvider clock)
{
    public async Task FireAsync(Wake.Timeout wake, int attempt, CancellationToken cancellationToken)
    {
        // The bus goes by its own clock.
        if (clock.GetUtcNow() < wake.Due)
        {
            await wakes.SendAtAsync(wake, wake.Due, attempt, cancellationToken);
            return;
        }

        if (await loop.HandleAsync(wake.Id.Profile, new FireTimers(wake.Id), cancellationToken) is Decision.Changed)
            return;
        var conversation = (await conversations.LoadAsync(wake.Id.Profile, cancellationToken)).Conversation;
        if (conversation.Version < wake.Version)
            await early.LookAgainAsync(wake, attempt, cancellationToken);
    }
}
