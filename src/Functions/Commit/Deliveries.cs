using Interactions.Domain.Interactions;
using Interactions.Domain.Messages;
using Interactions.Domain.Values;
using Interactions.Functions.Storage;

namespace Interactions.Functions.Commit;

internal enum DeliveryOutcome
{
    Moved,
    NothingNew,
    Unknown,
}

/// <summary>
/// Moves an outbound message's delivery forward. It is the one thing in the log that changes, and touches nothing but its own row.
/// </summary>
internal sealed class Deliveries(ConversationStore conversations, TimeProvider clock)
{
    private const int MostAttempts = 8;
    private const int MostOutages = 3;

    public async Task<DeliveryOutcome> ReportAsync(ProfileId profile, long sequence, DeliveryReport report, CancellationToken cancellationToken)
    {
        var outages = 0;
        for (var attempt = 1; attempt <= MostAttempts; attempt++)
        {
            try
            {
                if (await TryAsync(profile, sequence, report, cancellationToken) is { } outcome)
                    return outcome;
            }
            catch (StorageUnavailableException) when (++outages < MostOutages)
            {
                // Nobody tells it again: what a short fault costs here is lost.
            }

            await Task.Delay(Jitter.Before(attempt), clock, cancellationToken);
        }

        throw new ContendedException();
    }

    private async Task<DeliveryOutcome?> TryAsync(ProfileId profile, long sequence, DeliveryReport report, CancellationToken cancellationToken)
    {
        var stored = await conversations.FindEntryAsync(profile, sequence, cancellationToken);
        if (stored?.Entry.Fact is not MessageSent sent || (sent.Delivery.Sid is { } known && known != report.Sid))
            return DeliveryOutcome.Unknown;
        if (sent.Delivery.Merge(report, clock.GetUtcNow()) is not { } merged)
            return DeliveryOutcome.NothingNew;

        var changed = stored.Entry with { Fact = sent with { Delivery = merged } };
        return await conversations.ReplaceEntryAsync(profile, stored, changed, cancellationToken) ? DeliveryOutcome.Moved : null;
    }
}
