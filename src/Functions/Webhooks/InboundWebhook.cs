using Interactions.Domain.Consent;
using Interactions.Domain.Messages;
using Interactions.Domain.Values;
using Interactions.Functions.Commit;
using Interactions.Functions.Hosting;
using Interactions.Functions.Storage;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Interactions.Functions.Webhooks;

/// <summary>
/// Takes a message in, or keeps it as it came where that fails for a reason of ours, and only then says so. While neither can be
/// done it says that too, and Twilio calls again.
/// </summary>
internal sealed class InboundWebhook(
    WebhookReader reader, Intake intake, Flood flood, Unprocessed unprocessed, TimeProvider clock, ILogger<InboundWebhook> logger)
{
    public async Task<IResult> AnswerAsync(HttpRequest request)
    {
        var webhook = await reader.ReadAsync(request);
        if (webhook is Webhook.Refused refused)
            return Results.StatusCode(refused.StatusCode);
        var form = ((Webhook.Trusted)webhook).Form;
        if (InboundMessages.Parse(form) is not Parsed<InboundMessage>.Understood { Value: var message })
            return Results.StatusCode(StatusCodes.Status400BadRequest);

        // Whoever hangs up does not take back what was said: only time ends the attempt.
        using var limit = new CancellationTokenSource(Patience.Limit, clock);
        try
        {
            return Results.Content(await TakeAsync(form, message, limit.Token), TwiML.ContentType);
        }
        catch (Exception fault) when (Outage.Is(fault))
        {
            logger.WebhookPutOff(Outage.Name(fault));
            return Results.StatusCode(StatusCodes.Status503ServiceUnavailable);
        }
    }

    private async Task<string> TakeAsync(Form form, InboundMessage message, CancellationToken cancellationToken)
    {
        // STOP waits for nobody: what it forbids may be sent in the next moment.
        if (ConsentWords.In(message) != ConsentWord.Stop && !flood.Admits(ProfileId.Of(message.From)))
            return await KeepAsync(form, message, UnprocessedReasons.Flood, cancellationToken);

        string reason;
        try
        {
            if (await intake.TakeAsync(message, cameAt: null, cancellationToken) is { } taken)
                return TwiML.Of([.. taken.Replies]);
            reason = UnprocessedReasons.NoLine;
        }
        catch (Exception fault) when (!Outage.Is(fault))
        {
            logger.NotTakenIn(fault);
            reason = fault.GetType().Name;
        }

        return await KeepAsync(form, message, reason, cancellationToken);
    }

    private async Task<string> KeepAsync(Form form, InboundMessage message, string reason, CancellationToken cancellationToken)
    {
        await unprocessed.PutAsync(UnprocessedForm.Of(form, message.Sid, reason, clock.GetUtcNow()), cancellationToken);
        Metrics.Unprocessed.Add(1);
        logger.KeptUnprocessed(message.Sid, reason);
        return TwiML.Nothing;
    }
}
