using System.Collections.Immutable;
using Interactions.Domain.Values;

namespace Interactions.Domain.Routing;

/// <summary>
/// Where a new interaction goes, if all its conditions are met. A rule without a queue adds what it says, and leaves the decision
/// to those after it.
/// </summary>
public sealed record Rule
{
    public required string Id { get; init; }

    /// <summary>Where it stands among the others; of two at the same place, the one whose id sorts first is asked first.</summary>
    public int Order { get; init; }

    /// <summary>All of them have to be met; without any, it is always met.</summary>
    public ImmutableArray<Condition> When { get; init; } = [];

    public QueueId? Queue { get; init; }

    public int? Priority { get; init; }

    public ImmutableArray<string> Skills { get; init; } = [];

    public ImmutableArray<string> Tags { get; init; } = [];

    public static ImmutableArray<Rule> InOrder(IEnumerable<Rule> rules) =>
        [.. rules.OrderBy(rule => rule.Order).ThenBy(rule => rule.Id, StringComparer.Ordinal)];
}
