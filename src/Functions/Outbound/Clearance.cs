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
        if (message.Sent.To is { } contact && await HasOptedOutAsync(contact, message.Entry.Line!.Value, cancellationToken))
            return new Verdict.Never(NotSent.OptedOut);
        return LastLook.Take(message.Entry, message.Sent, trail.Since(message.Entry.Sequence), policy, clock.GetUtcNow());
    }

    public async Task<Address> AddressOfAsync(ProfileId profile, CancellationToken cancellationToken) =>
        (await conversations.LoadAsync(profile, cancellationToken)).Conversation.Profile!.Address;

    private async Task<bool> HasOptedOutAsync(Address contact, LineId line, CancellationToken cancellationToken) =>
        (await conversations.LoadAsync(ProfileId.Of(contact), cancellationToken)).Conversation.HasOptedOutOf(line);
}
