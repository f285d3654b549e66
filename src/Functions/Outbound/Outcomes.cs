using Interactions.Domain.Interactions;
using Interactions.Domain.Messages;
using Interactions.Functions.Commit;
using Interactions.Functions.Hosting;
using Interactions.Functions.Messaging.Provider;
using Interactions.Functions.Storage;

namespace Interactions.Functions.Outbound;

/// <summary>Notes what came of a message that was to go out, and says when to look at it again; null where nothing is left to do.</summary>
internal sealed class Outcomes(Deliveries deliveries, LineStops stops, TimeProvider clock)
{
    public async Task<DateTimeOffset?> NoteAsync(Trail trail, StoredEntry asked, Answer answer, CancellationToken cancellationToken)
    {
        var (line, delivery, now) = (asked.Entry.Line!.Value, asked.Sent.Delivery, clock.GetUtcNow());
        switch (answer)
        {
            case Answer.Accepted accepted:
                await deliveries.ReportAsync(trail.Profile, asked, accepted.Report, Evidence.Answer, cancellationToken);
                await stops.EndAsync(line, cancellationToken);
                return null;

            case Answer.Refused { Error: { Consequence: Consequence.LineStopped } error }:
                var next = await stops.BeginAsync(line, error.Code, cancellationToken);
                return await NoteAsync(trail, asked, delivery.PutOff(next, error.Code, now), cancellationToken);

            case Answer.Refused { Error: { Consequence: Consequence.Throttled } error }:
                return await NoteAsync(trail, asked, delivery.PutOff(now + Pause(delivery), error.Code, now), cancellationToken);

            case Answer.NotReached:
                return await NoteAsync(trail, asked, delivery.PutOff(now + Pause(delivery), errorCode: null, now), cancellationToken);

            case Answer.Refused { Error.Code: var code }:
                await deliveries.TellAsync(trail.Profile, new TellRefusal(asked.Entry.Sequence, code), cancellationToken);
                await stops.EndAsync(line, cancellationToken);
                return null;

            default:
                Metrics.Unknown.Add(1);
                return await NoteAsync(trail, asked, delivery.Lose(now + SendingTimes.NextLook(TimeSpan.Zero), now), cancellationToken);
        }
    }

    public async Task<DateTimeOffset?> TakeBackAsync(Trail trail, StoredEntry message, NotSent why, CancellationToken cancellationToken)
    {
        await deliveries.TellAsync(trail.Profile, new TakeBackMessage(message.Entry.Sequence, why), cancellationToken);
        return null;
    }

    // Where it was moved meanwhile, whoever looks then sees how far.
    private async Task<DateTimeOffset?> NoteAsync(Trail trail, StoredEntry asked, Delivery delivery, CancellationToken cancellationToken)
    {
        if (await deliveries.NoteAsync(trail.Profile, asked, delivery, cancellationToken) is { } noted)
            trail.Put(noted);
        return delivery.NotBefore;
    }

    // Not all at the same moment.
    private static TimeSpan Pause(Delivery delivery) => SendingTimes.Pause(delivery.Attempts) + Jitter.Before(delivery.Attempts);
}
