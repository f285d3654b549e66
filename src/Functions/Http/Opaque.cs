using System.Buffers.Text;
using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace Interactions.Functions.Http;

/// <summary>Where the next page begins, opaque to whoever carries it. What is inside is parsed like any other input.</summary>
internal static class Opaque
{
    public const int Longest = 1024;

    public static string Of(string place) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(place));

    public static bool TryRead(string? cursor, [NotNullWhen(true)] out string? place)
    {
        place = null;
        if (cursor is not { Length: > 0 and <= Longest } || !Base64Url.IsValid(cursor))
            return false;
        place = Encoding.UTF8.GetString(Base64Url.DecodeFromChars(cursor));
        return true;
    }
}
