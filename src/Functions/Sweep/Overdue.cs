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
    private static readonly TimeSpan OnItsWay = TimeSpan.FromMinutes(1);

    // After so long it is sent or undecided, or its line does not send so late.
    private static readonly TimeSpan Forgotten = TimeSpan.FromDays(1);

    /// <summary>False where nothing was to be done for the interaction, so that whoever said so was wrong.</summary>
    public async Task<bool> FireAsync(InteractionId id, Tally tally, CancellationToken cancellationToken)
    {
        if (await loop.HandleAsync(id.Profile, new FireTimers(id), cancellationToken) is not Decision.Changed changed)
            return false;
        if (!changed.Entries.IsEmpty)
            tally.Add(Repair.Overdue, id);
        await SendAsync(changed.Conversation, tally, cancellationToken);
        return true;
    }

    /// <summary>Has the last message on each line sent, and what is before it, where it should be gone and is not.</summary>
    public async Task SendAsync(Conversation conversation, Tally tally, CancellationToken cancellationToken)
    {
        foreach (var correspondence in conversation.Correspondences.Values)
        {
            if (correspondence.Sent is { } sent)
                await SendAsync(conversation, sent, tally, cancellationToken);
        }
    }

    private async Task SendAsync(Conversation conversation, Outgoing sent, Tally tally, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        if (now - sent.At < OnItsWay || now - sent.At > Forgotten)
            return;
        if (await conversations.FindEntryAsync(conversation.Id, sent.Sequence, cancellationToken)
                is not { Entry.Fact: MessageSent { Delivery: { IsUnderWay: true } delivery } message }
            || delivery.NotBefore > now)
        {
            return;
        }

        tally.Add(Repair.Unsent, conversation.Id);
        await sending.SendAsync(new Wake.Send(conversation.Id, sent.Sequence, conversation.Version, message.After), attempt: 0, cancellationToken);
    }
}
