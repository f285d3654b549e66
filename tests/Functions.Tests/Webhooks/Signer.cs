using System.Security.Cryptography;
using System.Text;

namespace Interactions.Functions.Tests.Webhooks;

/// <summary>Signs as Twilio describes it, on its own: what is tested must not be what tests it.</summary>
internal static class Signer
{
    public static string Sign(string url, IEnumerable<KeyValuePair<string, string>> fields, string authToken)
    {
        var text = new StringBuilder(url);
        foreach (var (key, value) in fields.Distinct().OrderBy(field => field.Key, StringComparer.Ordinal).ThenBy(field => field.Value, StringComparer.Ordinal))
            text.Append(key).Append(value);
#pragma warning disable CA5350 // Twilio signs with it.
        return Convert.ToBase64String(HMACSHA1.HashData(Encoding.UTF8.GetBytes(authToken), Encoding.UTF8.GetBytes(text.ToString())));
#pragma warning restore CA5350
    }
}
