using Interactions.Domain.Consent;
using Interactions.Domain.Messages;
using Interactions.Domain.Values;
using Interactions.Functions.Commit;
using Interactions.Functions.Hosting;
using Interactions.Functions.Messaging.Provider;
using Interactions.Functions.Storage;
using Interactions.Functions.Webhooks;
using Microsoft.Extensions.Logging;

namespace Interactions.Functions.Recovery;

/// <summary>
/// Takes in a message that no webhook brought, as of when it came: nothing is answered by itself, and what was said since stands.
/// </summary>
internal sealed class LateIntake(
    ReceivedMessages received, Intake intake, Flood flood, Unprocessed unprocessed, InboundChecks checks, TimeProvider clock, ILogger<LateIntake> logger)
{
    public async Task<LateOutcome> TakeInAsync(ReceivedMessage listed)
    {
        var media = listed.MediaCount == 0 ? [] : await received.MediaAsync(listed.Sid);

        // Once begun it is carried through: what was announced would otherwise come to nothing.
        using var limit = new CancellationTokenSource(Patience.Limit, clock);
        if (media is null && await MayWaitAsync(listed.Sid, limit.Token))
            return LateOutcome.Waits;
        var outcome = await SettleAsync(listed, media, limit.Token);
        if (listed.MediaCount > 0)
            await checks.EndWaitAsync(listed.Sid, limit.Token);
        return outcome;
    }

    // Counted from the first question and not from when it came: after a long outage the files may just be the last to be there again.
    private async Task<bool> MayWaitAsync(MessageSid sid, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        return now < await checks.WaitsSinceAsync(sid, now, cancellationToken) + CheckTimes.LongestForFiles;
    }

    /// <param name="media">Null where nobody knows it, and it is for an operator to decide.</param>
    private async Task<LateOutcome> SettleAsync(ReceivedMessage listed, IReadOnlyList<Media>? media, CancellationToken cancellationToken)
    {
        var form = ReceivedForm.Of(listed, media ?? []);
        if (InboundMessages.Parse(form) is not Parsed<InboundMessage>.Understood { Value: var message })
            return LateOutcome.Settled;
        var (outcome, reason) = media is null
            ? (LateOutcome.Settled, UnprocessedReasons.NoFiles)
            : await TakeAsync(message, listed.CameAt, cancellationToken);
        if (reason is null)
            return outcome;
        await unprocessed.PutAsync(UnprocessedForm.Of(form, listed.Sid, reason, listed.CameAt), cancellationToken);
        Metrics.Unprocessed.Add(1);
        logger.KeptUnprocessed(listed.Sid, reason);
        return outcome;
    }

    // Or why it has to be kept.
    private async Task<(LateOutcome Outcome, string? Reason)> TakeAsync(InboundMessage message, DateTimeOffset cameAt, CancellationToken cancellationToken)
    {
        if (ConsentWords.In(message) != ConsentWord.Stop && !flood.Admits(ProfileId.Of(message.From)))
            return (LateOutcome.Settled, UnprocessedReasons.Flood);
        try
        {
            if (await intake.TakeAsync(message, cameAt, cancellationToken) is not { IsNew: true })
                return (LateOutcome.Settled, null);
            Metrics.Recovered.Add(1);
            return (LateOutcome.TakenIn, null);
        }
        catch (Exception fault) when (!Outage.Is(fault))
        {
            logger.NotTakenIn(fault);
            return (LateOutcome.Settled, fault.GetType().Name);
        }
    }
}
