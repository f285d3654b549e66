using Interactions.Domain.Interactions;
using Interactions.Domain.Messages;
using Interactions.Domain.Values;
using Interactions.Functions.Commit;
using Interactions.Functions.Hosting;
using Interactions.Functions.Messaging.Provider;
using Interactions.Functions.Storage;
using Interactions.Functions.Storage.Configuration;
using Microsoft.Extensions.Logging;

namespace Interactions.Functions.Outbound;

/// <summary>
/// Finds out whether the provider has a message of which nobody heard since it was asked to send it. A callback may tell at any time; else
/// its list does, once whatever it took has to be in there. Only what it proves never to have had is sent again.
/// </summary>
internal sealed class Searching(
    ConversationStore conversations,
    Deliveries deliveries,
    Submitting submitting,
    MessageProvider provider,
    PolicySource policies,
    TimeProvider clock,
    ILogger<Searching> logger)
{
    // Our other messages to the same customer at that time are among so many entries before it.
    private const int Reach = 200;

    /// <summary>When to look at it again; null where nothing is left to do.</summary>
    public async Task<DateTimeOffset?> SearchAsync(Trail trail, StoredEntry message, CancellationToken cancellationToken)
    {
        var (profile, askedAt) = (trail.Profile, message.Sent.Delivery.AskedAt!.Value);
        var found = await ReconcileAsync(trail, message, askedAt, cancellationToken);
        var (now, since) = (clock.GetUtcNow(), clock.GetUtcNow() - askedAt);
        switch (found)
        {
            case Reconciliation.Present present:
                await deliveries.ReportAsync(profile, message, present.Report, Evidence.List, cancellationToken);
                return null;

            case Reconciliation.Absent when since >= SendingTimes.Settled:
                var absent = await deliveries.NoteAsync(profile, message, message.Sent.Delivery.IsAbsent(now), cancellationToken);
                return absent is null ? now : await submitting.SubmitAsync(trail, absent, cancellationToken);

            case not Reconciliation.Absent when since >= SendingTimes.Window:
                Metrics.Undecided.Add(1);
                logger.Undecided(profile, message.Entry.Sequence);
                await deliveries.TellAsync(profile, new GiveUpOnDelivery(message.Entry.Sequence), cancellationToken);
                return null;

            default:
                var next = now + SendingTimes.NextLook(since);
                await deliveries.NoteAsync(profile, message, message.Sent.Delivery.Lose(next, now), cancellationToken);
                return next;
        }
    }

    /// <summary>Null where the provider cannot be asked, or who was asked is not known any more.</summary>
    private async Task<Reconciliation?> ReconcileAsync(Trail trail, StoredEntry message, DateTimeOffset askedAt, CancellationToken cancellationToken)
    {
        var policy = await policies.CurrentAsync(cancellationToken);
        if (message.Sent.Recipient is not { } recipient || Writer.Of(message.Entry, recipient, policy) is not { } sender)
            return null;
        var listed = await provider.ListAsync(sender, recipient, askedAt - Reconciliation.Skew);
        if (listed is null)
            return null;

        // After the list: whatever is in it that we sent has been noted by then, or is being sent at this moment by nobody but us.
        var known = await KnownAsync(trail.Profile, message.Entry.Sequence, cancellationToken);
        return Reconciliation.Of(message.Sent.Message, askedAt, listed, known);
    }

    private async Task<IReadOnlySet<MessageSid>> KnownAsync(ProfileId profile, long sequence, CancellationToken cancellationToken) =>
        (await conversations.ReadEntriesAsync(profile, Math.Max(1, sequence - Reach), cancellationToken))
            .Select(entry => entry.Entry)
            .Where(entry => entry.Sequence != sequence)
            .Select(entry => (entry.Fact as MessageSent)?.Delivery.Sid)
            .OfType<MessageSid>()
            .ToHashSet();
}
