using System.Collections.Immutable;
using Interactions.Domain.Policies;
using Interactions.Domain.Values;

namespace Interactions.Domain.Routing;

/// <summary>Where something goes, with what, and how each rule that was asked answered.</summary>
/// <param name="Decided">The rule that chose the queue; null where it is the line's own.</param>
public sealed record Route(
    QueueId Queue, int Priority, ImmutableArray<string> Skills, ImmutableArray<string> Tags, string? Decided, ImmutableArray<Verdict> Verdicts)
{
    /// <summary>Asks the rules in order, down to the first that is met and names a queue that there is.</summary>
    public static Route Of(Subject subject, Line line, Policy policy)
    {
        var route = new Route(line.Queue, Priority: 0, Skills: [], Tags: subject.Tags, Decided: null, Verdicts: []);
        foreach (var rule in policy.Rules)
        {
            var unmet = rule.When.FirstOrDefault(condition => !condition.IsMetBy(subject));
            route = route with { Verdicts = route.Verdicts.Add(new Verdict(rule.Id, unmet)) };
            if (unmet is not null || IsForNobody(rule, policy))
                continue;

            route = route.With(rule);
            if (rule.Queue is { } queue)
                return route with { Queue = queue, Decided = rule.Id };
            subject = subject with { Tags = route.Tags };
        }

        return route;
    }

    // What it asks of agents was meant for a queue that is gone.
    private static bool IsForNobody(Rule rule, Policy policy) => rule.Queue is { } queue && !policy.Queues.ContainsKey(queue);

    private Route With(Rule rule) => this with
    {
        Priority = rule.Priority ?? Priority,
        Skills = [.. Skills.Union(rule.Skills, StringComparer.Ordinal)],
        Tags = [.. Tags.Union(rule.Tags, StringComparer.Ordinal)],
    };
}

/// <summary>How a rule answered.</summary>
/// <param name="Unmet">The first of its conditions that was not met; null where all were.</param>
public sealed record Verdict(string Rule, Condition? Unmet);
