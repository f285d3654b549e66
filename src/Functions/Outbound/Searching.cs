using Interactions.Domain.Interactions;
using Interactions.Domain.Messages;
using Interactions.Domain.Values;
using Interactions.Functions.Commit;
using Interactions.Functions.Hosting;
using Interactions.Functions.Messaging.Provider;
using Interactions.Functions.Storage;
using Microsoft.Extensions.Logging;

namespace Interactions.Functions.Outbound;

/// <summary>
/// Finds out whether the provider has a message of which nobody heard since it was asked to send it. A callback may tell at any time; else
/// its list does, once whatever it took has to be in there. Only what it proves never to have had is sent again.
/// </summary>
internal sealed class Searching(
    ConversationStore conversations, Deliveries deliveries, Outcomes outcomes, MessageProvider provider, TimeProvider clock, ILogger<Searching> logger)
{
    // Our other messages to the same customer at that time are among so many entries before it.
    private const int Reach = 200;

    public async Task<Turn> SearchAsync(Trail trail, StoredEntry message, CancellationToken cancellationToken)
    {
        // What counts is when the list was asked for, however long it took to come.
        var (delivery, now) = (message.Sent.Delivery, clock.GetUtcNow());
        var since = now - delivery.AskedAt!.Value;
        switch (await ReconcileAsync(trail, message, cancellationToken))
        {
            case Reconciliation.Present present:
                return await outcomes.IsThereAsync(trail, message, present.Report, Evidence.List, cancellationToken);

            case Reconciliation.Absent when since >= SendingTimes.Settled && delivery.MayBeProvenAbsent:
                return await outcomes.NoteAsync(trail, message, delivery.IsAbsent(clock.GetUtcNow()), cancellationToken);

            case var unproven when since >= SendingTimes.Window && (unproven is not Reconciliation.Absent || !delivery.MayBeProvenAbsent):
                return await GiveUpAsync(trail, message, cancellationToken);

            default:
                var next = clock.GetUtcNow() + SendingTimes.NextLook(since);
                return await outcomes.NoteAsync(trail, message, delivery.Lose(next, clock.GetUtcNow()), cancellationToken);
        }
    }

    private async Task<Turn> GiveUpAsync(Trail trail, StoredEntry message, CancellationToken cancellationToken)
    {
        if (await deliveries.TellAsync(trail.Profile, new GiveUpOnDelivery(message.Entry.Sequence), cancellationToken) != DeliveryOutcome.Moved)
            return Turn.Again;
        Metrics.Undecided.Add(1);
        logger.Undecided(trail.Profile, message.Entry.Sequence);
        return Turn.Over;
    }

    /// <summary>Null where the provider cannot be asked.</summary>
    private async Task<Reconciliation?> ReconcileAsync(Trail trail, StoredEntry message, CancellationToken cancellationToken)
    {
        var (sent, askedAt) = (message.Sent, message.Sent.Delivery.AskedAt!.Value);
        if (await provider.ListAsync(sent.From!, sent.Recipient!.Value, askedAt - Reconciliation.Skew) is not { } listed)
            return null;

        // After the list: whatever is in it that we sent has been noted by then.
        var known = listed.Count == 0 ? [] : await KnownAsync(trail.Profile, message.Entry.Sequence, cancellationToken);
        return Reconciliation.Of(sent.Message, askedAt, listed, known, isToCustomer: sent.To is null);
    }

    private async Task<HashSet<MessageSid>> KnownAsync(ProfileId profile, long sequence, CancellationToken cancellationToken) =>
        (await conversations.ReadEntriesAsync(profile, Math.Max(1, sequence - Reach), cancellationToken))
            .Select(entry => entry.Entry)
            .Where(entry => entry.Sequence != sequence)
            .Select(entry => (entry.Fact as MessageSent)?.Delivery.Sid)
            .OfType<MessageSid>()
            .ToHashSet();
}
