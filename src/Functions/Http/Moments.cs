using System.Globalization;

namespace Interactions.Functions.Http;

/// <summary>Moments as clients write them: in UTC, unless they say which offset they mean.</summary>
internal static class Moments
{
    public const string Wanted = "has to be a moment such as 2026-01-31T12:00:00Z";

    public static bool TryParse(string? text, IFormatProvider? provider, out DateTimeOffset moment) =>
        DateTimeOffset.TryParseExact(
            text,
            ["yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK"],
            provider,
            DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal,
            out moment);
}
