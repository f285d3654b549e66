using Interactions.Domain.Routing;

namespace Interactions.Functions.Console.Rules;

/// <summary>What other rules would have done.</summary>
/// <param name="Since">Interactions that were opened from then on.</param>
/// <param name="LookedAt">How many first messages were decided, by the stored rules and by the draft.</param>
/// <param name="LeftOut">How many others there were: an agent began them, they went on with a closed one, or their line is gone.</param>
/// <param name="Changed">For how many something would be otherwise: queue, priority, skills or tags.</param>
/// <param name="Truncated">Whether there are more, which were not looked at.</param>
internal sealed record RuleReplayView(
    DateTimeOffset Since,
    int LookedAt,
    int LeftOut,
    int Changed,
    bool Truncated,
    IReadOnlyList<ReplayedRuleView> Rules,
    IReadOnlyList<MoveView> Moves,
    IReadOnlyList<ChangedView> Sample);

/// <summary>What one of the draft's rules did.</summary>
/// <param name="Id">Null for the line's own queue, where no rule decided.</param>
/// <param name="Matched">How often everything that it asks for was so.</param>
/// <param name="Decided">How often it chose the queue.</param>
/// <param name="Changed">How often it chose, and something would be otherwise.</param>
internal sealed record ReplayedRuleView(string? Id, int Matched, int Decided, int Changed);

/// <summary>How many would come to another queue.</summary>
internal sealed record MoveView(string From, string To, int Count);

internal sealed record ChangedView(string Id, string Number, DateTimeOffset OpenedAt, RouteView Was, RouteView WouldBe);

internal sealed record RouteView(string Queue, int Priority, IReadOnlyList<string> Skills, IReadOnlyList<string> Tags, string? Rule)
{
    public static RouteView Of(Route route) => new(route.Queue.Value, route.Priority, route.Skills, route.Tags, route.Decided);
}
