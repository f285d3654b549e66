using Interactions.Domain.Desks;
using Interactions.Domain.Policies;
using Interactions.Domain.Values;
using Interactions.Functions.Security;

namespace Interactions.Functions.Boards;

/// <summary>Whom somebody may see, in the order of their ids.</summary>
internal sealed class Colleagues(Board board, Policy policy, Caller caller)
{
    private readonly Sight _sight = new(caller, policy);

    /// <param name="queue">Only who serves it; null for all.</param>
    public IEnumerable<AgentView> After(AgentId? place, QueueId? queue)
    {
        var views = (queue is { } one ? policy.For(one).Members : All())
            .Where(agent => place is not { } after || string.CompareOrdinal(agent.Value, after.Value) > 0)
            .OrderBy(agent => agent.Value, StringComparer.Ordinal)
            .Select(agent => AgentView.Of(board.Desks.GetValueOrDefault(agent) ?? Desk.Of(agent), policy, board.At));
        if (caller.Role != Role.Agent)
            return views;
        var shown = Shown().Select(each => each.Id.Value).ToHashSet(StringComparer.Ordinal);
        return views.Select(view => view.ForColleagues(shown));
    }

    // Who leads looks also for those of whom nothing is configured any more, and who still are there or have something.
    private IEnumerable<AgentId> All()
    {
        var members = Shown().SelectMany(queue => queue.Members);
        return caller.Role == Role.Agent
            ? members.Distinct()
            : members.Union(policy.Agents.Keys).Union(board.Desks.Values.Where(IsInUse).Select(desk => desk.Agent));
    }

    private IEnumerable<QueuePolicy> Shown() => policy.Queues.Values.Where(queue => _sight.Shows(queue.Id));

    private static bool IsInUse(Desk desk) => desk.Presence != Presence.Offline || desk.Load.Total > 0;
}
