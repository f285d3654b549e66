using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text;

namespace Interactions.Bench;

/// <summary>A form as Twilio posts it, with its signature.</summary>
internal sealed record SignedForm(byte[] Body, string Signature)
{
    public const string BaseUrl = "https://interactions.example.com";
    public const string InboundPath = "/api/twilio/inbound";
    public const string ContentType = "application/x-www-form-urlencoded";
    public const string SignatureHeader = "X-Twilio-Signature";
    public const string AuthToken = "a-token-for-measuring";
    public const string Account = "AC00000000000000000000000000000000";
    public const string Company = "+15550100001";

    /// <summary>A customer's text to the company. Each is another message.</summary>
    public static SignedForm TextFrom(string customer)
    {
        var sid = $"SM{Guid.NewGuid():N}";
        return Of(InboundPath, new SortedDictionary<string, string>(StringComparer.Ordinal)
        {
            ["AccountSid"] = Account,
            ["ApiVersion"] = "2010-04-01",
            ["Body"] = "Thanks! One more thing: can the delivery come on Tuesday instead? The door code is on the note.",
            ["From"] = customer,
            ["FromCity"] = "",
            ["FromCountry"] = "US",
            ["FromState"] = "CA",
            ["FromZip"] = "",
            ["MessageSid"] = sid,
            ["NumMedia"] = "0",
            ["NumSegments"] = "1",
            ["SmsMessageSid"] = sid,
            ["SmsSid"] = sid,
            ["SmsStatus"] = "received",
            ["To"] = Company,
            ["ToCity"] = "",
            ["ToCountry"] = "US",
            ["ToState"] = "CA",
            ["ToZip"] = "",
        });
    }

    /// <param name="target">The path and query that is called, as it is signed.</param>
    public static SignedForm Of(string target, SortedDictionary<string, string> fields)
    {
        var signed = BaseUrl + target + string.Concat(fields.Select(field => field.Key + field.Value));
#pragma warning disable CA5350 // Twilio signs with it.
        var signature = HMACSHA1.HashData(Encoding.UTF8.GetBytes(AuthToken), Encoding.UTF8.GetBytes(signed));
#pragma warning restore CA5350
        var body = string.Join('&', fields.Select(field => $"{field.Key}={WebUtility.UrlEncode(field.Value)}"));
        return new(Encoding.UTF8.GetBytes(body), Convert.ToBase64String(signature));
    }

    /// <summary>One of eight thousand numbers that nobody has. One alone would be turned away as a flood.</summary>
    public static string Customer(int place) => string.Create(CultureInfo.InvariantCulture, $"+1{200 + (place / 100 % 80)}55501{place % 100:D2}");
}
