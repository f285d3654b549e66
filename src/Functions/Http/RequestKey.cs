using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;
using Interactions.Functions.Security;
using Microsoft.AspNetCore.Http;

namespace Interactions.Functions.Http;

/// <summary>The name that a client gave to a request, so that it may send it again without doing anything twice.</summary>
internal static class RequestKey
{
    public const string Header = "Idempotency-Key";
    public const int Longest = 255;

    /// <param name="key">Null where there is none.</param>
    public static bool TryRead(HttpRequest request, out string? key, [NotNullWhen(false)] out Problem? problem)
    {
        (key, problem) = (null, null);
        if (!request.Headers.TryGetValue(Header, out var header))
            return true;
        if (header is [{ Length: > 0 and <= Longest } text] && text.All(character => character is > ' ' and <= '~'))
            key = text;
        else
            problem = Problems.InvalidParameter(Header, $"has to be one word of 1 to {Longest} printable ASCII characters");
        return problem is null;
    }

    /// <summary>The same key means another request where somebody else sends it, or to somewhere else.</summary>
    public static string NameOf(HttpRequest request, Caller caller, string subject, string? key) =>
        "k-" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(
            $"{caller.Id} {Entrance.FunctionOf(request)} {subject} {key ?? Guid.NewGuid().ToString("N")}")));
}
