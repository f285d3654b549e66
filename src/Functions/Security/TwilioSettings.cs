using Interactions.Functions.Hosting;
using Microsoft.Extensions.Configuration;

namespace Interactions.Functions.Security;

/// <summary>Whose webhooks we trust, and under which address Twilio calls us. A class, so that no log prints its members.</summary>
internal sealed class TwilioSettings
{
    private const string BaseUrlName = "Interactions:PublicBaseUrl";

    private const string ApiBaseUrlName = "Twilio:ApiBaseUrl";

    private TwilioSettings(string accountSid, string authToken, string? otherToken, string publicBaseUrl, Uri apiBaseUrl)
    {
        ApiBaseUrl = apiBaseUrl;
        AccountSid = accountSid;
        AuthTokens = otherToken is null || otherToken == authToken ? [authToken] : [authToken, otherToken];
        PublicBaseUrl = publicBaseUrl;
    }

    public string AccountSid { get; }

    /// <summary>
    /// The account's token, and while it is rotated a second one: from before the new one is promoted at Twilio until after. Each is as good
    /// as the other, so nobody has to change anything at the moment in which Twilio does.
    /// </summary>
    public IReadOnlyList<string> AuthTokens { get; }

    /// <summary>As it was written, because that is what Twilio signs; without a slash at its end.</summary>
    public string PublicBaseUrl { get; }

    /// <summary>Where Twilio's REST API is, or what stands in for it.</summary>
    public Uri ApiBaseUrl { get; }

    public static TwilioSettings From(IConfiguration configuration) => new(
        configuration.Require("Twilio:AccountSid", "the account's SID, AC and 32 more characters"),
        Token(configuration),
        OtherToken(configuration),
        BaseUrl(configuration.Require(BaseUrlName, "the address under which Twilio reaches this app, like https://interactions.example.com")),
        ApiBase(configuration[ApiBaseUrlName]));

    private static string Token(IConfiguration configuration) =>
        configuration.Require("Twilio:AuthToken", "the account's auth token, which signs its webhooks") is var token && !IsReference(token)
            ? token
            : throw new SettingException(
                "The setting Twilio__AuthToken refers to a secret that could not be read: see that it is in Key Vault, and that the app's identity may read it.");

    // The secret may be gone already, once the other token is the only one.
    private static string? OtherToken(IConfiguration configuration) =>
        configuration["Twilio:PreviousAuthToken"]?.Trim() is { Length: > 0 } token && !IsReference(token) ? token : null;

    // What is said in the place of a secret that cannot be read is no secret: whoever guesses it could sign what they like.
    private static bool IsReference(string token) => token.StartsWith("@Microsoft.KeyVault(", StringComparison.OrdinalIgnoreCase);

    private static Uri ApiBase(string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
            return new Uri("https://api.twilio.com");

        // What is sent there holds the credentials: only on this machine does it go unencrypted.
        return Uri.TryCreate(text.Trim(), UriKind.Absolute, out var url) && (url.Scheme == Uri.UriSchemeHttps || (url.Scheme == Uri.UriSchemeHttp && url.IsLoopback))
            && url is { UserInfo.Length: 0, PathAndQuery: "/", Fragment.Length: 0 }
            ? url
            : throw new SettingException("The setting Twilio__ApiBaseUrl is not an address like https://api.twilio.com (https, or http on this machine).");
    }

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
