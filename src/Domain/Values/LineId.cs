using System.Diagnostics.CodeAnalysis;

namespace Interactions.Domain.Values;

/// <summary>A company number, or a Messaging Service with its pool.</summary>
public readonly record struct LineId : IParsable<LineId>
{
    private LineId(string value) => Value = value;

    public string Value { get; }

    public static LineId Parse(string s, IFormatProvider? provider = null) =>
        TryParse(s, provider, out var id) ? id : throw new FormatException("Not a LineId.");

    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out LineId result)
    {
        result = Identifier.IsValid(s) ? new(s!) : default;
        return result.Value is not null;
    }

    public override string ToString() => Value;
}
