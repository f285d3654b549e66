using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Interactions.Functions.Tests.Webhooks;

/// <summary>A request as a server hands it on: unless told otherwise, a captured text message with Twilio's signature.</summary>
internal sealed class Arriving
{
    public const string Target = "/api/twilio/inbound";
    private readonly TwilioPayload _payload;

    public Arriving(TwilioPayload? payload = null)
    {
        _payload = payload ?? TwilioPayload.Of("sms");
        Body = new MemoryStream(_payload.Bytes);
        Signatures = [_payload.Signature(Target)];
    }

    public Stream Body { get; init; }

    public string? ContentType { get; init; } = "application/x-www-form-urlencoded";

    /// <summary>Null for a body that comes in chunks.</summary>
    public long? ContentLength { get; init; }

    public string?[] Signatures { get; init; }

    public string RawTarget { get; init; } = Target;

    public static Arriving Of(string body, string? signature = "x") =>
        new() { Body = new MemoryStream(Encoding.UTF8.GetBytes(body)), Signatures = [signature] };

    public HttpRequest Request
    {
        get
        {
            var request = new DefaultHttpContext().Request;
            request.HttpContext.Features.Get<IHttpRequestFeature>()!.RawTarget = RawTarget;
            request.Method = HttpMethods.Post;
            request.Body = Body;
            request.ContentType = ContentType;
            request.ContentLength = ContentLength;
            if (Signatures.Length > 0)
                request.Headers["X-Twilio-Signature"] = Signatures;
            return request;
        }
    }
}
