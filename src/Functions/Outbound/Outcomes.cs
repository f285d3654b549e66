using Interactions.Domain.Interactions;
using Interactions.Domain.Messages;
using Interactions.Functions.Commit;
using Interactions.Functions.Hosting;
using Interactions.Functions.Messaging.Provider;
using Interactions.Functions.Storage;
using Microsoft.Extensions.Logging;

namespace Interactions.Functions.Outbound;

/// <summary>Notes what came of a message that was to go out.</summary>
internal sealed class Outcomes(Deliveries deliveries, LineStops stops, TimeProvider clock, ILogger<Outcomes> logger)
{
    public async Task<Turn> ConcludeAsync(Trail trail, StoredEntry asked, Sender sender, Answer answer, CancellationToken cancellationToken)
    {
        var (line, delivery, now) = (asked.Entry.Line!.Value, asked.Sent.Delivery, clock.GetUtcNow());
        switch (answer)
        {
            case Answer.Accepted accepted:
                var turn = await IsThereAsync(trail, asked, accepted.Report, Evidence.Answer, cancellationToken);
                await stops.EndAsync(line, sender, cancellationToken);
                return turn;

            case Answer.Refused { Error: { Consequence: Consequence.LineStopped } error }:
                var next = await stops.BeginAsync(line, sender, error.Code, delivery.AskedAt!.Value, cancellationToken);
                return await NoteAsync(trail, asked, delivery.PutOff(next, error.Code, now), cancellationToken);

            case Answer.Refused { Error: { Consequence: Consequence.Throttled } error }:
                return await NoteAsync(trail, asked, delivery.PutOff(now + Pause(delivery), error.Code, now), cancellationToken);

            case Answer.NotReached:
                return await NoteAsync(trail, asked, delivery.PutOff(now + Pause(delivery), errorCode: null, now), cancellationToken);

            case Answer.Refused { Error.Code: var code }:
                await deliveries.TellAsync(trail.Profile, new TellRefusal(asked.Entry.Sequence, code, delivery.AskedAt), cancellationToken);
                await stops.EndAsync(line, sender, cancellationToken);
                return Turn.Over;

            default:
                Metrics.Unknown.Add(1);
                return await NoteAsync(trail, asked, delivery.Lose(now + SendingTimes.NextLook(TimeSpan.Zero), now), cancellationToken);
        }
    }

    /// <summary>The provider has it.</summary>
    public async Task<Turn> IsThereAsync(Trail trail, StoredEntry message, DeliveryReport report, Evidence evidence, CancellationToken cancellationToken)
    {
        if (await deliveries.ReportAsync(trail.Profile, message.Entry.Sequence, report, evidence, cancellationToken, message) == DeliveryOutcome.Unknown)
        {
            // It has another one already: this is what must never be.
            Metrics.Doubled.Add(1);
            logger.Doubled(trail.Profile, message.Entry.Sequence, report.Sid);
        }

        return Turn.Over;
    }

    public async Task<Turn> TakeBackAsync(Trail trail, StoredEntry message, NotSent why, CancellationToken cancellationToken)
    {
        await deliveries.TellAsync(trail.Profile, new TakeBackMessage(message.Entry.Sequence, why), cancellationToken);
        return Turn.Over;
    }

    /// <summary>Where it was moved meanwhile, whoever looks then sees how far.</summary>
    public async Task<Turn> NoteAsync(Trail trail, StoredEntry message, Delivery delivery, CancellationToken cancellationToken) =>
        await deliveries.NoteAsync(trail.Profile, message, delivery, cancellationToken) is not null && delivery.NotBefore is { } next
            ? Turn.Later(next)
            : Turn.Again;

    // Not all at the same moment.
    private TimeSpan Pause(Delivery delivery) => SendingTimes.Pause(delivery.Attempts) + Jitter.Before(delivery.Attempts, clock);
}
