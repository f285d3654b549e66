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
    ReceivedMessages received, Intake intake, Flood flood, Unprocessed unprocessed, TimeProvider clock, ILogger<LateIntake> logger)
{
    /// <summary>False where it has to wait, because its files cannot be asked for.</summary>
    public async Task<bool> TakeInAsync(ReceivedMessage listed)
    {
        var media = listed.MediaCount == 0 ? [] : await received.MediaAsync(listed.Sid);
        if (media is null)
            return false;
        var form = ReceivedForm.Of(listed, media);
        if (InboundMessages.Parse(form) is not Parsed<InboundMessage>.Understood { Value: var message })
            return true;

        // Once begun it is carried through: what was announced would otherwise come to nothing.
        using var limit = new CancellationTokenSource(Patience.Limit, clock);
        if (await FailureOfAsync(message, listed.CameAt, limit.Token) is not { } reason)
            return true;
        await unprocessed.PutAsync(UnprocessedForm.Of(form, listed.Sid, reason, listed.CameAt), limit.Token);
        Metrics.Unprocessed.Add(1);
        logger.KeptUnprocessed(listed.Sid, reason);
        return true;
    }

    private async Task<string?> FailureOfAsync(InboundMessage message, DateTimeOffset cameAt, CancellationToken cancellationToken)
    {
        if (ConsentWords.In(message) != ConsentWord.Stop && !flood.Admits(ProfileId.Of(message.From)))
            return UnprocessedReasons.Flood;
        try
        {
            if (await intake.TakeAsync(message, cameAt, cancellationToken) is not null)
                Metrics.Recovered.Add(1);
            return null;
        }
        catch (Exception fault) when (!Outage.Is(fault))
        {
            logger.NotTakenIn(fault);
            return fault.GetType().Name;
        }
    }
}
