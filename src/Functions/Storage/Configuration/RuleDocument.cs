using System.Collections.Immutable;
using Interactions.Domain.Routing;
using Interactions.Domain.Values;

namespace Interactions.Functions.Storage.Configuration;

/// <summary>How a rule is written down.</summary>
internal class RuleDocument
{
    /// <summary>Where it stands among the others: the smallest is asked first.</summary>
    public int? Order { get; set; }

    public WhenDocument When { get; set; } = new();

    public string? Queue { get; set; }

    public int? Priority { get; set; }

    public IReadOnlyList<string> Skills { get; set; } = [];

    public IReadOnlyList<string> Tags { get; set; } = [];

    public Rule ToRule(string id) => new()
    {
        Id = id,
        Order = Order ?? throw new FormatException("A rule has to say where it stands among the others."),
        When = [.. When.ToConditions()],
        Queue = Queue is null ? null : QueueId.Parse(Queue),
        Priority = Priority,
        Skills = WhenDocument.Some(Skills),
        Tags = WhenDocument.Some(Tags),
    };
}
