using Interactions.Functions.Webhooks;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Interactions.Bench;

/// <summary>Calls the webhook as the host does once it has read a request.</summary>
internal static class Inbound
{
    public static async Task TakeAsync(InboundWebhook webhook, SignedForm text)
    {
        var context = new DefaultHttpContext();
        context.Features.Get<IHttpRequestFeature>()!.RawTarget = SignedForm.InboundPath;
        context.Request.Method = HttpMethods.Post;
        context.Request.ContentType = SignedForm.ContentType;
        context.Request.ContentLength = text.Body.Length;
        context.Request.Body = new MemoryStream(text.Body, writable: false);
        context.Request.Headers[SignedForm.SignatureHeader] = text.Signature;
        if (await webhook.AnswerAsync(context.Request) is not IContentTypeHttpResult { ContentType: TwiML.ContentType })
            throw new InvalidOperationException("The message was not taken in.");
    }
}
