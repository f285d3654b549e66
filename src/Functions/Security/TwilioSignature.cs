using System.Text;
using Microsoft.AspNetCore.Http;
using Twilio.Security;

namespace Interactions.Functions.Security;

/// <summary>
/// Whether Twilio signed a webhook: over the address it was configured to call, never over what a request says of itself, and
/// over every parameter it carries. False for whatever a client sends; nothing throws.
/// </summary>
internal sealed class TwilioSignature(TwilioSettings settings)
{
    private const string Header = "X-Twilio-Signature";
    private const string BodyHash = "bodySHA256=";

    private readonly string[] _baseUrls = [settings.PublicBaseUrl, PublicAddress.OtherSpelling(settings.PublicBaseUrl)];

    /// <summary>The one signature that a request carries; null where it carries none, an empty one, or several.</summary>
    public static string? Of(HttpRequest request) =>
        request.Headers[Header] is [{ Length: > 0 } signature] ? signature : null;

    public bool CoversForm(string target, IEnumerable<KeyValuePair<string, string>> fields, string signature) =>
        Covers(target, Signed(fields), signature);

    /// <summary>For a body that is no form Twilio signs the address alone, and puts the body's hash into it.</summary>
    public bool CoversBody(string target, ReadOnlySpan<byte> body, string signature) =>
        HashIn(target) is { Length: > 0 } hash
        && Covers(target, [], signature)
        && RequestValidator.ValidateBody(Encoding.UTF8.GetString(body), hash);

    private bool Covers(string target, Dictionary<string, string> fields, string signature)
    {
        if (signature.Length == 0)
            return false;

        try
        {
            // Each token is tried, whichever fits: how long it takes does not tell which.
            var isCovered = false;
            foreach (var token in settings.AuthTokens)
                isCovered |= Covers(token, target, fields, signature);
            return isCovered;
        }
        catch (UriFormatException)
        {
            return false;
        }
    }

    private bool Covers(string token, string target, Dictionary<string, string> fields, string signature)
    {
        var validator = new RequestValidator(token);
        return _baseUrls.Any(baseUrl => validator.Validate(baseUrl + target, fields, signature));
    }

    // The validator takes one value a key, and Twilio signs each distinct value, in their order, after the key again.
    private static Dictionary<string, string> Signed(IEnumerable<KeyValuePair<string, string>> fields)
    {
        var ordered = fields.ToArray();
        Array.Sort(ordered, ByKeyThenValue);
        var signed = new Dictionary<string, string>(ordered.Length, StringComparer.Ordinal);
        for (var (start, end) = (0, 1); start < ordered.Length; start = end++)
        {
            var (key, value) = ordered[start];
            while (end < ordered.Length && ordered[end].Key == key)
                end++;
            signed.Add(key, end - start == 1 ? value : string.Join(key, ordered[start..end].Select(field => field.Value).Distinct()));
        }

        return signed;
    }

    private static int ByKeyThenValue(KeyValuePair<string, string> left, KeyValuePair<string, string> right) =>
        string.CompareOrdinal(left.Key, right.Key) is var keys and not 0 ? keys : string.CompareOrdinal(left.Value, right.Value);

    private static string? HashIn(string target)
    {
        var query = target.IndexOf('?', StringComparison.Ordinal);
        var parameter = query < 0
            ? null
            : target[(query + 1)..].Split('&').LastOrDefault(part => part.StartsWith(BodyHash, StringComparison.Ordinal));
        return parameter?[BodyHash.Length..];
    }
}
