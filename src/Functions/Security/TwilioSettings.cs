using Interactions.Functions.Hosting;
using Microsoft.Extensions.Configuration;

namespace Interactions.Functions.Security;

/// <summary>Whose webhooks we trust, and under which address Twilio calls us. A class, so that no log prints its members.</summary>
internal sealed class TwilioSettings
{
    private const string BaseUrlName = "Interactions:PublicBaseUrl";

    private TwilioSettings(string accountSid, string authToken, string publicBaseUrl)
    {
        AccountSid = accountSid;
        AuthToken = authToken;
        PublicBaseUrl = publicBaseUrl;
    }

    public string AccountSid { get; }

    public string AuthToken { get; }

    /// <summary>As it was written, because that is what Twilio signs; without a slash at its end.</summary>
    public string PublicBaseUrl { get; }

    public static TwilioSettings From(IConfiguration configuration) => new(
        configuration.Require("Twilio:AccountSid", "the account's SID, AC and 32 more characters"),
        configuration.Require("Twilio:AuthToken", "the account's auth token, which signs its webhooks"),
        BaseUrl(configuration.Require(BaseUrlName, "the address under which Twilio reaches this app, like https://interactions.example.com")));

    private static string BaseUrl(string text)
    {
        var written = text.Trim().TrimEnd('/');
        return Uri.TryCreate(written, UriKind.Absolute, out var url) && IsWebAddress(url) && !written.AsSpan().ContainsAny('?', '#')
            ? written
            : throw new SettingException(
                "The setting Interactions__PublicBaseUrl is not an address like https://interactions.example.com (http or https, no query).");
    }

    private static bool IsWebAddress(Uri url) => (url.Scheme == Uri.UriSchemeHttps || url.Scheme == Uri.UriSchemeHttp) && url.Host.Length > 0;
}
