using System.Diagnostics.CodeAnalysis;

namespace Interactions.Domain.Values;

/// <summary>The provider's name for a message; a repetition carries the same one.</summary>
public readonly record struct MessageSid : IParsable<MessageSid>
{
    private const int Longest = 64;

    private MessageSid(string value) => Value = value;

    public string Value { get; }

    public static MessageSid Parse(string s, IFormatProvider? provider = null) =>
        TryParse(s, provider, out var sid) ? sid : throw new FormatException("Not a message's SID.");

    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out MessageSid result)
    {
        result = s is { Length: > 0 and <= Longest } && s.All(char.IsAsciiLetterOrDigit) ? new(s) : default;
        return result.Value is not null;
    }

    public override string ToString() => Value;
}
