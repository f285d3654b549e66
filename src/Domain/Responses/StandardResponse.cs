using System.Collections.Immutable;
using Interactions.Domain.Values;

namespace Interactions.Domain.Responses;

/// <summary>Something that is said to many customers.</summary>
public sealed record StandardResponse
{
    public required string Id { get; init; }

    public required string Title { get; init; }

    public required Template Template { get; init; }

    /// <summary>Where it is said; everywhere where none is named.</summary>
    public ImmutableArray<QueueId> Queues { get; init; } = [];

    public ImmutableArray<string> Tags { get; init; } = [];

    /// <summary>What somebody types to have it.</summary>
    public string? Shortcut { get; init; }

    public bool IsFor(QueueId queue) => Queues.IsEmpty || Queues.Contains(queue);
}
