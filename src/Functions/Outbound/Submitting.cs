using System.Diagnostics;
using Interactions.Domain.Messages;
using Interactions.Domain.Values;
using Interactions.Functions.Commit;
using Interactions.Functions.Messaging.Provider;
using Interactions.Functions.Storage;
using Interactions.Functions.Storage.Configuration;
using Interactions.Functions.Telemetry;
using Interactions.Functions.Webhooks;

namespace Interactions.Functions.Outbound;

/// <summary>
/// Asks the provider to send a message, having noted that it does: whoever finds that note and no outcome knows that the provider may
/// have it.
/// </summary>
internal sealed class Submitting(
    Clearance clearance,
    Deliveries deliveries,
    Outcomes outcomes,
    LineStops stops,
    MessageProvider provider,
    StatusAddress callbacks,
    PolicySource policies,
    TimeProvider clock)
{
    public async Task<Turn> SubmitAsync(Trail trail, StoredEntry message, CancellationToken cancellationToken)
    {
        var policy = await policies.CurrentAsync(cancellationToken);
        switch (await clearance.OfAsync(trail, message, policy, cancellationToken))
        {
            case Verdict.Wait wait:
                return Turn.Later(wait.Until);
            case Verdict.Never never:
                return await outcomes.TakeBackAsync(trail, message, never.Why, cancellationToken);
        }

        // Without either it was accepted before anything was sent at all.
        if (message.Sent is not { From: { } sender, Recipient: { } recipient })
            return await outcomes.TakeBackAsync(trail, message, NotSent.NoSender, cancellationToken);
        if (stops.TakeTurn(message.Entry.Line!.Value, sender) is { } until)
            return Turn.Later(until);

        var askedAt = clock.GetUtcNow();
        if (await deliveries.NoteAsync(trail.Profile, message, message.Sent.Delivery.Ask(askedAt), cancellationToken) is not { } asked)
            return Turn.Again;

        // Where that took long, somebody else may be looking for it already.
        if (clock.GetUtcNow() - askedAt > SendingTimes.Start)
            return Turn.Later(askedAt + SendingTimes.Lease);

        var answer = await AskAsync(trail, message, sender, recipient);
        return await outcomes.ConcludeAsync(trail, asked, sender, answer, cancellationToken);
    }

    private async Task<Answer> AskAsync(Trail trail, StoredEntry message, Sender sender, Address recipient)
    {
        using var span = Traces.Begin("twilio create", ActivityKind.Client);
        var answer = await provider.SendAsync(message.Sent.Message, sender, recipient, callbacks.Of(trail.Profile, message.Entry.Sequence));
        span?.SetTag("interactions.outcome", answer.GetType().Name);
        if (answer is Answer.Refused { Error.Code: var code })
            span?.SetTag("twilio.code", code);
        return answer;
    }
}
