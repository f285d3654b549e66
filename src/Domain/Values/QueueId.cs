using System.Diagnostics.CodeAnalysis;

namespace Interactions.Domain.Values;

/// <summary>Where interactions wait for agents.</summary>
public readonly record struct QueueId : IParsable<QueueId>
{
    private QueueId(string value) => Value = value;

    public string Value { get; }

    public static QueueId Parse(string s, IFormatProvider? provider = null) =>
        TryParse(s, provider, out var id) ? id : throw new FormatException("Not a QueueId.");

    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out QueueId result)
    {
        result = Identifier.IsValid(s) ? new(s!) : default;
        return result.Value is not null;
    }

    public override string ToString() => Value;
}
