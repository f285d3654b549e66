using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Interactions.Functions.Http;

namespace Interactions.Functions.Agents;

/// <summary>A place in a log, as a cursor holds it.</summary>
internal readonly record struct LogPlace(long Sequence) : IParsable<LogPlace>
{
    /// <summary>Far beyond any log, and still a number that can be counted from.</summary>
    public const long Furthest = 1_000_000_000_000;

    public static string Of(long sequence) => Opaque.Of(sequence.ToString(CultureInfo.InvariantCulture));

    public static LogPlace Parse(string s, IFormatProvider? provider) =>
        TryParse(s, provider, out var place) ? place : throw new FormatException("Not a place in a log.");

    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out LogPlace result)
    {
        var isOne = long.TryParse(s, NumberStyles.None, CultureInfo.InvariantCulture, out var sequence) && sequence is >= 1 and <= Furthest;
        result = new(sequence);
        return isOne;
    }
}
