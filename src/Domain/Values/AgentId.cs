using System.Diagnostics.CodeAnalysis;

namespace Interactions.Domain.Values;

/// <summary>Somebody who works interactions: agent, supervisor or admin.</summary>
public readonly record struct AgentId : IParsable<AgentId>
{
    private AgentId(string value) => Value = value;

    public string Value { get; }

    public static AgentId Parse(string s, IFormatProvider? provider = null) =>
        TryParse(s, provider, out var id) ? id : throw new FormatException("Not a AgentId.");

    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out AgentId result)
    {
        result = Identifier.IsValid(s) ? new(s!) : default;
        return result.Value is not null;
    }

    public override string ToString() => Value;
}
