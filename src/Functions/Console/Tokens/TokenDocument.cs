using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text.Json;
using Interactions.Functions.Http;

namespace Interactions.Functions.Console.Tokens;

/// <summary>What an admin says about a token they want.</summary>
internal sealed class TokenDocument
{
    public const int LongestLabel = 200;

    /// <summary>What it is for.</summary>
    public string? Label { get; set; }

    /// <summary>From when on it does not work any more; never where nothing is said.</summary>
    public DateTimeOffset? ExpiresAt { get; set; }

    public string ToHash() => Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(this, TokensJson.Default.TokenDocument)));

    public bool IsWrong(DateTimeOffset now, [NotNullWhen(true)] out Problem? problem)
    {
        problem = null;
        if (Label is { } label && (string.IsNullOrWhiteSpace(label) || label.Length > LongestLabel || label.Any(char.IsControl)))
            problem = Problems.InvalidField("label", $"has to be one line of at most {LongestLabel} characters");
        else if (ExpiresAt <= now)
            problem = Problems.InvalidField("expiresAt", "has to be in the future");
        return problem is not null;
    }
}
