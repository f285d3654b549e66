using System.Collections.Immutable;
using Interactions.Domain.Interactions;
using Interactions.Domain.Policies;
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

    /// <summary>A text that comes to a line at a moment, from somebody of whom this is known.</summary>
    public static Subject Of(string text, Line line, Traits traits, DateTimeOffset at) => new()
    {
        Line = line.Id,
        Text = text,
        Attributes = traits.Attributes,
        Language = traits.Language,
        IsOpen = line.IsOpenAt(at),
    };
}
