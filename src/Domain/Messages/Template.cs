using System.Collections.Immutable;

namespace Interactions.Domain.Messages;

/// <summary>A text that the provider keeps and has approved, with what stands in its gaps.</summary>
public sealed record Template(string Sid, ImmutableSortedDictionary<string, string> Variables)
{
    public const int MostVariables = 100;
    public const int LongestName = 64;
    public const int LongestValue = 1600;

    /// <summary>Whether something can be called that: <c>HX</c> and 32 digits from 0 to f.</summary>
    public static bool IsSid(string text) => text.Length == 34 && text.StartsWith("HX", StringComparison.Ordinal) && text[2..].All(char.IsAsciiHexDigit);
}
