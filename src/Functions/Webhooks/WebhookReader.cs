using Interactions.Functions.Security;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace Interactions.Functions.Webhooks;

/// <summary>The way in for Twilio: nothing of a request is looked at as a message before all of this has passed.</summary>
internal sealed class WebhookReader(TwilioSettings settings, TwilioSignature signature)
{
    public const int LongestBody = 64 * 1024;
    private const string FormType = "application/x-www-form-urlencoded";
    private const string AccountSid = "AccountSid";

    public async Task<Webhook> ReadAsync(HttpRequest request)
    {
        try
        {
            return await BoundedBody.ReadAsync(request, LongestBody) is { } body
                ? Read(request, body.Span)
                : Refuse(StatusCodes.Status413PayloadTooLarge);
        }
        catch (IOException)
        {
            // Chunks that are none, or fewer bytes than announced.
            return Refuse(StatusCodes.Status400BadRequest);
        }
    }

    private Webhook Read(HttpRequest request, ReadOnlySpan<byte> body)
    {
        if (TwilioSignature.Of(request) is not { } signed)
            return Refuse(StatusCodes.Status403Forbidden);
        if (!IsForm(request) || FormParser.Parse(body) is not { } form)
            return Refuse(StatusCodes.Status400BadRequest);

        var target = RequestTarget.Of(request);
        if (!signature.CoversForm(target, form, signed) && !signature.CoversBody(target, body, signed))
            return Refuse(StatusCodes.Status403Forbidden);
        return IsAboutOurAccount(form) ? new Webhook.Trusted(form) : Refuse(StatusCodes.Status403Forbidden);
    }

    // Whatever character set it names, such a form is UTF-8.
    private static bool IsForm(HttpRequest request) =>
        MediaTypeHeaderValue.TryParse(request.ContentType, out var type)
        && type.MediaType.Equals(FormType, StringComparison.OrdinalIgnoreCase);

    private bool IsAboutOurAccount(Form form) =>
        form[AccountSid] is not null && form.All(field => field.Key != AccountSid || field.Value == settings.AccountSid);

    private static Webhook.Refused Refuse(int statusCode) => new(statusCode);
}
