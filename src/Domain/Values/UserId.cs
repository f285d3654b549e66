using System.Diagnostics.CodeAnalysis;

namespace Interactions.Domain.Values;

/// <summary>A known customer in the directory.</summary>
public readonly record struct UserId : IParsable<UserId>
{
    private UserId(string value) => Value = value;

    public string Value { get; }

    public static UserId Parse(string s, IFormatProvider? provider = null) =>
        TryParse(s, provider, out var id) ? id : throw new FormatException("Not a UserId.");

    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out UserId result)
    {
        result = Identifier.IsValid(s) ? new(s!) : default;
        return result.Value is not null;
    }

    public override string ToString() => Value;
}
