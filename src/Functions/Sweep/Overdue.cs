using Interactions.Domain.Interactions;
using Interactions.Domain.Messages;
using Interactions.Domain.Values;
using Interactions.Functions.Commit;
using Interactions.Functions.Outbound;
using Interactions.Functions.Storage;

namespace Interactions.Functions.Sweep;

/// <summary>Does what a wake would have had done that did not come: timers fire, and messages go on their way.</summary>
internal sealed class Overdue(CommitLoop loop, ConversationStore conversations, Sending sending, TimeProvider clock)
{
    // Before, its own wake has it.
    private static readonly TimeSpan OnItsWay = TimeSpan.FromMinutes(2);

    // After so long it is sent or undecided, or its line does not send so late.
    private static readonly TimeSpan Forgotten = TimeSpan.FromDays(1);

    /// <summary>False where nothing was to be done for the interaction, so that whoever said so was wrong.</summary>
    public async Task<bool> FireAsync(InteractionId id, Tally tally, CancellationToken cancellationToken)
    {
        if (await loop.HandleAsync(id.Profile, new FireTimers(id), cancellationToken) is not Decision.Changed changed)
            return false;
        if (!changed.Entries.IsEmpty)
            tally.Add(Repair.Overdue, id);
        foreach (var correspondence in changed.Conversation.Correspondences.Values)
            await SendAsync(id, changed.Conversation.Version, correspondence.Sent, tally, cancellationToken);
        return true;
    }

    private async Task SendAsync(InteractionId id, long version, Outgoing? sent, Tally tally, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        if (sent is null || now - sent.At < OnItsWay || now - sent.At > Forgotten)
            return;
        if (await conversations.FindEntryAsync(id.Profile, sent.Sequence, cancellationToken) is not { Entry.Fact: MessageSent { Delivery: { IsUnderWay: true } delivery } message }
            || delivery.NotBefore > now)
        {
            return;
        }

        tally.Add(Repair.Unsent, id);
        await sending.SendAsync(new Wake.Send(id.Profile, sent.Sequence, version, message.After), attempt: 0, cancellationToken);
    }
}
