using Interactions.Domain.Interactions;
using Interactions.Domain.Messages;
using Interactions.Functions.Messaging;
using Interactions.Functions.Storage;
using Interactions.Functions.Wakes;

namespace Interactions.Functions.Outbound;

/// <summary>
/// Brings a message on its way, after those before it. From where it goes on is what its row in the log says, whoever left it so:
/// a wake may come twice, late, or for the first time after the one who had it died.
/// </summary>
internal sealed class Sending(
    ConversationStore conversations, Submitting submitting, Searching searching, WakeSender wakes, EarlyWakes early, TimeProvider clock)
{
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(1);

    public async Task SendAsync(Wake.Send wake, int attempt, CancellationToken cancellationToken)
    {
        for (var look = 0; look <= EarlyWakes.Looks; look++)
        {
            var trail = await Trail.ReadAsync(wake.Profile, wake.Sequence, wake.After, conversations, cancellationToken);
            if (await trail.FindAsync(wake.Sequence, cancellationToken) is { } found)
            {
                if (await GoOnAsync(trail, found, cancellationToken) is { } next)
                    await wakes.SendAtAsync(wake, next, attempt: 0, cancellationToken);
                return;
            }

            await early.PauseAsync(look, cancellationToken);
        }

        await early.LookAgainAsync(wake, attempt, cancellationToken);
    }

    /// <summary>When to look at it again; null where nothing is left to do.</summary>
    private async Task<DateTimeOffset?> GoOnAsync(Trail trail, StoredEntry message, CancellationToken cancellationToken)
    {
        var (delivery, now) = (message.Sent.Delivery, clock.GetUtcNow());
        if (!delivery.IsUnderWay)
            return null;
        if (await WaitForAsync(trail, message.Sent.After, cancellationToken) is { } until)
            return until;
        if (delivery.NotBefore > now)
            return delivery.NotBefore;
        return delivery.State switch
        {
            DeliveryState.Pending => await submitting.SubmitAsync(trail, message, cancellationToken),

            // Somebody may be asking at this moment.
            DeliveryState.Submitting when delivery.AskedAt + SendingTimes.Lease > now => delivery.AskedAt + SendingTimes.Lease,
            _ => await searching.SearchAsync(trail, message, cancellationToken),
        };
    }

    // What comes first is brought on its way first: its own wake may have got lost.
    private async Task<DateTimeOffset?> WaitForAsync(Trail trail, long? before, CancellationToken cancellationToken)
    {
        if (before is not { } sequence || await trail.FindAsync(sequence, cancellationToken) is not { } predecessor)
            return null;
        var (next, soon) = (await GoOnAsync(trail, predecessor, cancellationToken), clock.GetUtcNow() + Soon);
        return next is null ? null : next > soon ? next : soon;
    }
}
