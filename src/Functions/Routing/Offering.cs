using Interactions.Domain.Desks;
using Interactions.Domain.Interactions;
using Interactions.Domain.Policies;
using Interactions.Domain.Routing;
using Interactions.Domain.Values;
using Interactions.Functions.Commit;
using Interactions.Functions.Storage;
using Interactions.Functions.Storage.Queues;

namespace Interactions.Functions.Routing;

internal enum Asked
{
    /// <summary>They have the offer.</summary>
    Offered,

    /// <summary>The agent cannot take it: somebody else may.</summary>
    NotThem,

    /// <summary>The agent has got something since they were found: whoever has less on comes before them.</summary>
    OthersFirst,

    /// <summary>Nobody waits there any more.</summary>
    Gone,

    /// <summary>The change that puts them there is not stored yet.</summary>
    NotYet,
}

/// <summary>Asks one agent to take one customer, and mends the hints that turn out to be wrong.</summary>
internal sealed class Offering(CommitLoop loop, ConversationStore conversations, QueueStore queues, TimeProvider clock)
{
    // Whoever wanted to store that has given up long ago.
    private static readonly TimeSpan Forgotten = TimeSpan.FromMinutes(5);

    public async Task<Asked> AskAsync(WaiterRow row, Candidate candidate, Policy policy, CancellationToken cancellationToken)
    {
        var (queue, id) = (row.Waiter.Place.Queue, row.Waiter.Id);
        var wasFound = candidate.Found is not null;
        var offer = new MakeOffer(id, queue, candidate.Stored.Desk.Agent);
        switch (await loop.HandleAsync(id.Profile, offer, cancellationToken, candidate))
        {
            case Decision.Changed:
                candidate.Found = null;
                return Asked.Offered;
            case Decision.Refused { Reason: Refusal.NoRoom or Refusal.NotReady }:
                await WithdrawAsync(row.Waiter, candidate, policy, cancellationToken);

                // Asked again they are asked as looked at now, so what is refused then is refused for good.
                return wasFound && candidate.Stored.Desk.CanTake(row.Waiter.Type, policy) ? Asked.OthersFirst : Asked.NotThem;
            case Decision.Refused { Reason: Refusal.NotAMember or Refusal.LacksSkill }:
                return Asked.NotThem;
            default:
                return await WhyNotAsync(row, cancellationToken);
        }
    }

    // They were found where they do not stand any more.
    private async Task WithdrawAsync(Waiter waiter, Candidate candidate, Policy policy, CancellationToken cancellationToken)
    {
        var (queue, type) = (waiter.Place.Queue, waiter.Type);
        if (candidate.Found is not { } found)
            return;
        candidate.Found = null;
        var desk = candidate.Stored.Desk;
        var isShownThere = desk.Shown.TryGetValue(queue.Value, out var spot)
            && spot.Types.Contains(type) && Keys.Free(queue, type, spot.Standing, desk.Agent).Row == found.RowKey;
        if (!isShownThere || !desk.CanTake(type, policy))
            await queues.RemoveAsync(queue, found, cancellationToken);
    }

    private async Task<Asked> WhyNotAsync(WaiterRow row, CancellationToken cancellationToken)
    {
        var waiter = row.Waiter;
        var conversation = (await conversations.LoadAsync(waiter.Id.Profile, cancellationToken)).Conversation;
        if (conversation.Version < row.Version && row.WrittenAt > clock.GetUtcNow() - Forgotten)
            return Asked.NotYet;
        if (conversation.Find(waiter.Id) is { Phase: Phase.Queued { Place: var place } } waiting
            && (waiting.Queue, place.Version) == (waiter.Place.Queue, waiter.Place.Version))
        {
            return Asked.NotThem;
        }

        await queues.RemoveAsync(row, cancellationToken);
        return Asked.Gone;
    }
}
