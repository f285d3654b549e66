using System.Diagnostics.CodeAnalysis;

namespace Interactions.Functions.Storage;

/// <summary>Where a list goes on. It comes back from clients, so it is read as strictly as anything they send.</summary>
internal readonly record struct Cursor : IParsable<Cursor>
{
    private const int Longest = 200;

    private Cursor(string value) => Value = value;

    public string Value { get; }

    public static Cursor Parse(string s, IFormatProvider? provider = null) =>
        TryParse(s, provider, out var cursor) ? cursor : throw new FormatException("Not a cursor.");

    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out Cursor result)
    {
        result = s is { Length: > 0 and <= Longest } && s.All(IsAllowed) ? new(s) : default;
        return result.Value is not null;
    }

    public override string ToString() => Value;

    private static bool IsAllowed(char character) => char.IsAsciiLetterOrDigit(character) || character is '-' or '_' or '.' or '@';
}
