using System.Buffers.Text;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json;

namespace Interactions.Functions.Security.Entra;

/// <summary>
/// What a token says, whether or not it is true. Read strictly: where a name comes twice, two readers may each believe another
/// half of it, and what a token says has to be understood (<c>crit</c>) is not.
/// </summary>
internal sealed class UnverifiedToken
{
    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false, MaxDepth = 16 };

    private UnverifiedToken(JsonElement claims) => Claims = claims;

    public JsonElement Claims { get; }

    public static bool TryRead(string token, [NotNullWhen(true)] out UnverifiedToken? read)
    {
        read = null;
        if (token.Split('.') is not [var header, var payload, not ""])
            return false;
        if (!TryReadObject(header, out var how) || how.TryGetProperty("crit", out _) || TextIn(how, "kid") is not { Length: > 0 })
            return false;
        if (TryReadObject(payload, out var claims))
            read = new(claims);
        return read is not null;
    }

    public string? Text(string claim) => TextIn(Claims, claim);

    private static string? TextIn(JsonElement part, string name) =>
        part.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static bool TryReadObject(string part, out JsonElement element)
    {
        element = default;
        if (!Base64Url.IsValid(part))
            return false;
        try
        {
            using var document = JsonDocument.Parse(Base64Url.DecodeFromChars(part), Strict);
            element = document.RootElement.Clone();
            return element.ValueKind == JsonValueKind.Object;
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
