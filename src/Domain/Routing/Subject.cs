using System.Collections.Immutable;
using Interactions.Domain.Values;

namespace Interactions.Domain.Routing;

/// <summary>What rules can ask about.</summary>
public sealed record Subject
{
    public required LineId Line { get; init; }

    public required string Text { get; init; }

    public ImmutableArray<string> Tags { get; init; } = [];

    public ImmutableSortedDictionary<string, string> Attributes { get; init; } = ImmutableSortedDictionary<string, string>.Empty;

    public string? Language { get; init; }

    public required bool IsOpen { get; init; }
}
