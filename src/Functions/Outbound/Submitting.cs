using Interactions.Domain.Messages;
using Interactions.Functions.Commit;
using Interactions.Functions.Messaging.Provider;
using Interactions.Functions.Storage;
using Interactions.Functions.Storage.Configuration;
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
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(1);

    /// <summary>When to look at it again; null where nothing is left to do.</summary>
    public async Task<DateTimeOffset?> SubmitAsync(Trail trail, StoredEntry message, CancellationToken cancellationToken)
    {
        if (stops.Of(message.Entry.Line!.Value) is { } until)
            return until;

        var policy = await policies.CurrentAsync(cancellationToken);
        switch (await clearance.OfAsync(trail, message, policy, cancellationToken))
        {
            case Verdict.Wait wait:
                return wait.Until;
            case Verdict.Never never:
                return await outcomes.TakeBackAsync(trail, message, never.Why, cancellationToken);
        }

        var recipient = message.Sent.Recipient ?? await clearance.AddressOfAsync(trail.Profile, cancellationToken);
        if (Writer.Of(message.Entry, recipient, policy) is not { } sender)
            return await outcomes.TakeBackAsync(trail, message, NotSent.NoSender, cancellationToken);

        var askedAt = clock.GetUtcNow();
        if (await deliveries.NoteAsync(trail.Profile, message, message.Sent.Delivery.Ask(askedAt), cancellationToken) is not { } marked)
            return askedAt + Soon;

        // Where that took long, somebody else may be looking for it already.
        trail.Put(marked);
        if (clock.GetUtcNow() - askedAt > SendingTimes.Start)
            return askedAt + SendingTimes.Lease;

        var answer = await provider.SendAsync(message.Sent.Message, sender, recipient, callbacks.Of(trail.Profile, message.Entry.Sequence));
        return await outcomes.NoteAsync(trail, marked, answer, cancellationToken);
    }
}
