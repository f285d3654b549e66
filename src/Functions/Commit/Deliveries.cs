using Interactions.Domain.Interactions;
using Interactions.Domain.Messages;
using Interactions.Domain.Values;
using Interactions.Functions.Hosting;
using Interactions.Functions.Storage;
using Interactions.Functions.Storage.Json;

namespace Interactions.Functions.Commit;

internal enum DeliveryOutcome
{
    Moved,
    NothingNew,
    Unknown,
}

/// <summary>
/// Moves an outbound message's delivery forward. It is the one thing in the log that changes, and touches nothing but its own row,
/// unless something follows from it for the customer or their agent.
/// </summary>
internal sealed class Deliveries(ConversationStore conversations, CommitLoop loop, TimeProvider clock)
{
    private const int MostAttempts = 8;
    private const int MostOutages = 3;

    /// <summary>What the provider says of a message.</summary>
    /// <param name="justRead">The message as it is, where whoever reports knows.</param>
    public async Task<DeliveryOutcome> ReportAsync(
        ProfileId profile,
        long sequence,
        DeliveryReport report,
        Evidence evidence,
        CancellationToken cancellationToken,
        StoredEntry? justRead = null)
    {
        if (report.HasFailed)
            return await TellAsync(profile, new TellDelivery(sequence, report, evidence), cancellationToken);

        var outages = 0;
        for (var attempt = 1; attempt <= MostAttempts; attempt++)
        {
            try
            {
                var stored = (attempt == 1 ? justRead : null) ?? await conversations.FindEntryAsync(profile, sequence, cancellationToken);
                if (await TryAsync(profile, stored, report, evidence, cancellationToken) is { } outcome)
                    return outcome;
            }
            catch (StorageUnavailableException) when (++outages < MostOutages)
            {
                // Nobody tells it again: what a short fault costs here is lost.
            }

            await Task.Delay(Jitter.Before(attempt, clock), clock, cancellationToken);
        }

        throw new ContendedException();
    }

    /// <summary>What has consequences: for the profile, for the log, for whoever wrote it.</summary>
    public async Task<DeliveryOutcome> TellAsync(ProfileId profile, DeliveryCommand command, CancellationToken cancellationToken)
    {
        switch (await loop.HandleAsync(profile, command, cancellationToken))
        {
            case Decision.Changed { Moved.Fact: MessageSent { Delivery.HasFailed: true } }:
                Metrics.Failed.Add(1);
                Metrics.Reached.Add(1, new KeyValuePair<string, object?>("state", "failed"));
                return DeliveryOutcome.Moved;
            case Decision.Changed:
                return DeliveryOutcome.Moved;
            case Decision.Nothing:
                return DeliveryOutcome.NothingNew;
            default:
                return DeliveryOutcome.Unknown;
        }
    }

    /// <summary>Notes how far a message got that has not gone out; null where it is not any more as it was read.</summary>
    public Task<StoredEntry?> NoteAsync(ProfileId profile, StoredEntry stored, Delivery delivery, CancellationToken cancellationToken) =>
        conversations.ReplaceEntryAsync(profile, stored, With(stored, delivery), cancellationToken);

    private async Task<DeliveryOutcome?> TryAsync(
        ProfileId profile, StoredEntry? stored, DeliveryReport report, Evidence evidence, CancellationToken cancellationToken)
    {
        if (stored?.Entry.Fact is not MessageSent sent || (sent.Delivery.Sid is { } known && known != report.Sid))
            return DeliveryOutcome.Unknown;
        if (sent.Delivery.Merge(report, clock.GetUtcNow(), evidence) is not { } merged)
            return DeliveryOutcome.NothingNew;

        // That it arrived after all takes back what followed from the failure.
        if (sent.Delivery.HasFailed)
            return await TellAsync(profile, new TellDelivery(stored.Entry.Sequence, report, evidence), cancellationToken);
        if (await NoteAsync(profile, stored, merged, cancellationToken) is null)
            return null;
        Count(sent.Delivery, merged);
        return DeliveryOutcome.Moved;
    }

    private static void Count(Delivery before, Delivery after)
    {
        if (before.Sid is null && after.Evidence is { } evidence)
            Metrics.Sent.Add(1, new KeyValuePair<string, object?>("evidence", evidence.ToString()));
        if (before.State != after.State)
            Metrics.Reached.Add(1, new KeyValuePair<string, object?>("state", EnumNames<DeliveryState>.Names[after.State]));
    }

    private static LogEntry With(StoredEntry stored, Delivery delivery) => stored.Entry with { Fact = stored.Sent with { Delivery = delivery } };
}
