using System.Security.Cryptography;
using System.Text;

namespace Interactions.Simulator.Calls;

internal static class Signature
{
    public const string Header = "X-Twilio-Signature";

    /// <summary>Over the address and then each name with its value, in the order of the names.</summary>
    public static string Of(string url, IEnumerable<KeyValuePair<string, string>> fields, string authToken)
    {
        var text = new StringBuilder(url);
        foreach (var (name, value) in fields.OrderBy(field => field.Key, StringComparer.Ordinal))
            text.Append(name).Append(value);
#pragma warning disable CA5350 // Twilio signs with it.
        return Convert.ToBase64String(HMACSHA1.HashData(Encoding.UTF8.GetBytes(authToken), Encoding.UTF8.GetBytes(text.ToString())));
#pragma warning restore CA5350
    }
}
