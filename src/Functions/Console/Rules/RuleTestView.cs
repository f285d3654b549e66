using Interactions.Domain.Interactions;
using Interactions.Domain.Policies;
using Interactions.Domain.Routing;

namespace Interactions.Functions.Console.Rules;

/// <summary>How every rule answered, and what would happen.</summary>
internal sealed record RuleTestView
{
    public required string Line { get; init; }

    public required DateTimeOffset At { get; init; }

    public required bool InHours { get; init; }

    public required string? User { get; init; }

    public required string? Language { get; init; }

    public required IReadOnlyDictionary<string, string> Attributes { get; init; }

    /// <summary>In the order in which they are asked.</summary>
    public required IReadOnlyList<RuleVerdictView> Rules { get; init; }

    /// <summary>The rule that chose the queue; null where it is the line's own.</summary>
    public required string? DecidedBy { get; init; }

    /// <summary>What is open on the line, which the message would join: then no rule is asked.</summary>
    public required OpenView? Joins { get; init; }

    /// <summary>What would be opened if nothing were open; null for a message that opens nothing, such as STOP.</summary>
    public required OutcomeView? Outcome { get; init; }

    public static RuleTestView Of(Sample sample, Conversation conversation, Route route, Decision.Changed? change, Policy policy)
    {
        var traits = conversation.Profile?.Traits ?? Traits.None;
        var subject = sample.SubjectBy(traits);
        var opened = change?.Conversation.ActiveOn(sample.Line.Id);
        var open = conversation.ActiveOn(sample.Line.Id);
        return new()
        {
            Line = sample.Line.Id.Value,
            At = sample.At,
            InHours = subject.IsOpen,
            User = conversation.Profile?.User?.Value,
            Language = traits.Language,
            Attributes = traits.Attributes,
            Rules = [.. policy.Rules.Select((rule, place) => RuleVerdictView.Of(rule, route.Verdicts.ElementAtOrDefault(place), route.Decided, subject))],
            DecidedBy = route.Decided,
            Joins = open is null ? null : new(open.Id.ToString(), open.Number.ToString(), open.Queue.Value),
            Outcome = opened is null ? null : OutcomeView.Of(opened, change!.Entries, policy),
        };
    }
}

internal sealed record OpenView(string Id, string Number, string Queue);

/// <param name="Asked">Whether it came to that; none is asked after the one that decided.</param>
/// <param name="Met">What was so, where everything was.</param>
/// <param name="Unmet">What was not so.</param>
internal sealed record RuleVerdictView(
    string Id, int Order, bool Asked, bool Matched, bool Decided, IReadOnlyList<ConditionView> Met, ConditionView? Unmet)
{
    public static RuleVerdictView Of(Rule rule, Verdict? verdict, string? decided, Subject subject)
    {
        var isMatch = verdict is { Unmet: null };
        return new(
            rule.Id,
            rule.Order,
            verdict is not null,
            isMatch,
            rule.Id == decided,
            isMatch ? [.. rule.When.Select(condition => ConditionView.Of(condition, subject, isMet: true))] : [],
            verdict?.Unmet is { } unmet ? ConditionView.Of(unmet, subject, isMet: false) : null);
    }
}
