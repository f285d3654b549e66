using System.Collections.Immutable;
using Interactions.Domain.Desks;
using Interactions.Domain.Values;

namespace Interactions.Domain.Policies;

/// <summary>An agent as configured: what they may do and know, and how much they can have at once.</summary>
public sealed record AgentPolicy
{
    public required AgentId Id { get; init; }

    public string? Name { get; init; }

    public Role Role { get; init; }

    public ImmutableHashSet<string> Skills { get; init; } = [];

    public Slots Capacity { get; init; } = Slots.Usual;

    public bool Has(ImmutableArray<string> skills) => skills.All(Skills.Contains);
}
