using Microsoft.AspNetCore.Http;

namespace Interactions.Functions.Security;

/// <summary>What a request brings along to say who sent it.</summary>
internal static class BearerToken
{
    private const string Scheme = "Bearer ";

    // One of Entra ID with two hundred groups has about ten thousand.
    private const int Longest = 16 * 1024;

    /// <summary>Null where there is none, or more than one, of which nobody knows which is meant.</summary>
    public static string? In(HttpRequest request)
    {
        if (request.Headers.Authorization is not [{ } header] || !header.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase))
            return null;
        var token = header[Scheme.Length..].Trim();
        return token.Length is > 0 and <= Longest ? token : null;
    }
}
