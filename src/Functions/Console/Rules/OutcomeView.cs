using Interactions.Domain.Interactions;
using Interactions.Domain.Messages;
using Interactions.Domain.Policies;

namespace Interactions.Functions.Console.Rules;

/// <summary>What would be opened.</summary>
internal sealed record OutcomeView
{
    public required string Queue { get; init; }

    public required int Priority { get; init; }

    public required IReadOnlyList<string> Skills { get; init; }

    public required IReadOnlyList<string> Tags { get; init; }

    public required string? Language { get; init; }

    /// <summary>What the customer would be answered at once.</summary>
    public required IReadOnlyList<AutomaticView> Texts { get; init; }

    /// <summary>How many are members of the queue, and how many of them have the skills.</summary>
    public required int Members { get; init; }

    public required int Able { get; init; }

    public required TargetView? Sla { get; init; }

    /// <summary>The closed interaction whose matter would go on, in the queue it was in.</summary>
    public required string? Continues { get; init; }

    /// <summary>The agent who would be asked first.</summary>
    public required string? Preferred { get; init; }

    public static OutcomeView Of(Interaction opened, IEnumerable<LogEntry> entries, Policy policy)
    {
        var members = policy.For(opened.Queue).Members;
        return new()
        {
            Queue = opened.Queue.Value,
            Priority = opened.Priority,
            Skills = opened.Skills,
            Tags = opened.Tags,
            Language = opened.Language,
            Texts =
            [
                .. from entry in entries
                   let sent = entry.Fact as MessageSent
                   where sent?.Automatic is not null
                   select new AutomaticView(sent.Automatic!.Value, sent.Message.Text),
            ],
            Members = members.Count,
            Able = members.Count(member => policy.Agent(member).Has(opened.Skills)),
            Sla = opened.Sla is { } sla ? new(sla.Target.TotalSeconds, sla.Due) : null,
            Continues = opened.Parent?.ToString(),
            Preferred = opened.Place?.Preferred?.Value,
        };
    }
}

internal sealed record AutomaticView(AutomaticText Kind, string Text);

/// <param name="Target">In seconds.</param>
internal sealed record TargetView(double Target, DateTimeOffset Due);
