#nullable disable

using System.Collections.Specialized;
using System.Security.Cryptography;
using System.Text;

namespace Twilio.Security;

/// <summary>
/// Twilio signs the URL followed by every key and value of the form in the order of the keys, with HMAC-SHA1 under the auth
/// token. It sometimes signs the URL with the port and sometimes without, so either counts.
/// </summary>
public class RequestValidator(string secret)
{
    private readonly byte[] _secret = Encoding.UTF8.GetBytes(secret);

    /// <summary>Joins a repeated key's values with commas, which is not what Twilio signs.</summary>
    public bool Validate(string url, NameValueCollection parameters, string expected) =>
        Validate(url, parameters.AllKeys.ToDictionary(key => key, key => parameters[key]), expected);

    public bool Validate(string url, IDictionary<string, string> parameters, string expected)
    {
        ArgumentException.ThrowIfNullOrEmpty(url);
        ArgumentException.ThrowIfNullOrEmpty(expected);

        var form = Joined(parameters);
        return Same(Signature(url + form), expected) || Same(Signature(SignedUrl.OtherSpelling(url) + form), expected);
    }

    /// <summary>For a JSON body, whose hash the signed URL carries.</summary>
    public bool Validate(string url, string body, string expected)
    {
        ArgumentException.ThrowIfNullOrEmpty(url);
        ArgumentException.ThrowIfNullOrEmpty(expected);

        var bodyHash = SignedUrl.BodyHash(url);
        return Validate(url, (IDictionary<string, string>)null, expected) && ValidateBody(body, bodyHash);
    }

    public static bool ValidateBody(string rawBody, string expected) =>
        Same(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(rawBody))), expected);

    private static string Joined(IDictionary<string, string> parameters)
    {
        var fields = parameters ?? new Dictionary<string, string>();
        return string.Concat(fields.OrderBy(field => field.Key, StringComparer.Ordinal).Select(field => field.Key + field.Value));
    }

    private string Signature(string text) => Convert.ToBase64String(HMACSHA1.HashData(_secret, Encoding.UTF8.GetBytes(text)));

    private static bool Same(string computed, string expected) =>
        expected is not null
        && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(computed), Encoding.UTF8.GetBytes(expected));
}
