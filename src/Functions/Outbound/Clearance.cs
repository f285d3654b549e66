using Interactions.Domain.Messages;
using Interactions.Domain.Policies;
using Interactions.Domain.Values;
using Interactions.Functions.Storage;

namespace Interactions.Functions.Outbound;

/// <summary>Whether a message may go out now. What the customer said since it was accepted is in the log; somebody else's word is with theirs.</summary>
internal sealed class Clearance(ConversationStore conversations, TimeProvider clock)
{
    public async Task<Verdict> OfAsync(Trail trail, StoredEntry message, Policy policy, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var here = LastLook.Take(message.Entry, message.Sent, trail.Since(message.Entry.Sequence), policy, now);
        if (here is not Verdict.Go || message.Sent.To is not { } contact)
            return here;
        return LastLook.TakeAtContact((await conversations.LoadAsync(ProfileId.Of(contact), cancellationToken)).Conversation, message.Entry, message.Sent, now);
    }
}
