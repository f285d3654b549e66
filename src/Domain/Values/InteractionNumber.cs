using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Interactions.Domain.Values;

/// <summary>What people call an interaction: <c>IMS0000001</c> and upward, never twice, gaps allowed.</summary>
public readonly record struct InteractionNumber(long Value) : IParsable<InteractionNumber>, IComparable<InteractionNumber>
{
    private const string Prefix = "IMS";
    private const int Digits = 7;

    public static InteractionNumber Parse(string s, IFormatProvider? provider = null) =>
        TryParse(s, provider, out var number) ? number : throw new FormatException("Not an interaction's number.");

    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out InteractionNumber result)
    {
        result = default;
        if (s is not { Length: >= 10 and <= 21 } || !s.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase)
            || !long.TryParse(s.AsSpan(Prefix.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var value) || value < 1)
        {
            return false;
        }

        result = new(value);
        return s.Length == result.ToString().Length;
    }

    public int CompareTo(InteractionNumber other) => Value.CompareTo(other.Value);

    public static bool operator <(InteractionNumber left, InteractionNumber right) => left.Value < right.Value;

    public static bool operator <=(InteractionNumber left, InteractionNumber right) => left.Value <= right.Value;

    public static bool operator >(InteractionNumber left, InteractionNumber right) => left.Value > right.Value;

    public static bool operator >=(InteractionNumber left, InteractionNumber right) => left.Value >= right.Value;

    public override string ToString() => Prefix + Value.ToString(CultureInfo.InvariantCulture).PadLeft(Digits, '0');
}
