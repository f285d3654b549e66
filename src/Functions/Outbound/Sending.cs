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
    // However many wait before it, one wake moves so many and no more.
    private const int MostSteps = 8;

    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(1);

    public async Task SendAsync(Wake.Send wake, int attempt, CancellationToken cancellationToken)
    {
        for (var look = 0; look <= EarlyWakes.Looks; look++)
        {
            if (await GoOnAsync(wake, cancellationToken) is { } turn)
            {
                if (!turn.IsOver)
                    await wakes.SendAtAsync(wake, Later(turn.At), attempt: 0, cancellationToken);
                return;
            }

            await early.PauseAsync(look, cancellationToken);
        }

        await early.LookAgainAsync(wake, attempt, cancellationToken);
    }

    /// <summary>Null where what the wake announces is not there yet.</summary>
    private async Task<Turn?> GoOnAsync(Wake.Send wake, CancellationToken cancellationToken)
    {
        for (var step = 0; step < MostSteps; step++)
        {
            // Anew each time: while something was sent, the customer may have said STOP.
            var trail = await Trail.ReadAsync(wake, conversations, cancellationToken);
            if (trail.Find(wake.Sequence) is not { } message)
                return trail.Has(wake.Sequence) ? Turn.Over : null;
            if (!message.Sent.Delivery.IsUnderWay)
                return Turn.Over;

            // What comes first is brought on its way first: its own wake may have got lost.
            var (first, from) = await trail.FirstUnderWayAsync(message, cancellationToken);
            var turn = await StepAsync(from, first, cancellationToken);
            if (turn.At is not null || (turn.IsOver && first.Entry.Sequence == wake.Sequence))
                return turn;
        }

        return Turn.Again;
    }

    private Task<Turn> StepAsync(Trail trail, StoredEntry message, CancellationToken cancellationToken)
    {
        var (delivery, now) = (message.Sent.Delivery, clock.GetUtcNow());
        if (delivery.NotBefore > now)
            return Task.FromResult(Turn.Later(delivery.NotBefore.Value));
        return delivery.State switch
        {
            DeliveryState.Pending => submitting.SubmitAsync(trail, message, cancellationToken),

            // Somebody may be asking at this moment.
            DeliveryState.Submitting when delivery.AskedAt + SendingTimes.Lease is { } end && end > now => Task.FromResult(Turn.Later(end)),
            _ => searching.SearchAsync(trail, message, cancellationToken),
        };
    }

    private DateTimeOffset Later(DateTimeOffset? at)
    {
        var soon = clock.GetUtcNow() + Soon;
        return at > soon ? at.Value : soon;
    }
}
