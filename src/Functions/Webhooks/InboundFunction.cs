using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Interactions.Functions.Webhooks;

/// <summary>A customer wrote. The fallback is the same door: Twilio knocks there when nobody answered at the first.</summary>
internal sealed class InboundFunction(InboundWebhook webhook)
{
    [Function("TwilioInbound")]
    public Task<IResult> TakeAsync([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/twilio/inbound")] HttpRequest request) =>
        webhook.AnswerAsync(request);

    [Function("TwilioFallback")]
    public Task<IResult> TakeAgainAsync([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/twilio/fallback")] HttpRequest request) =>
        webhook.AnswerAsync(request);
}
