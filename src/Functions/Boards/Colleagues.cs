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
    public IEnumerable<AgentId> In(QueueId? queue) =>
        (queue is { } one ? policy.For(one).Members : All()).OrderBy(agent => agent.Value, StringComparer.Ordinal);

    public AgentView Show(AgentId agent)
    {
        var view = AgentView.Of(board.Desks.GetValueOrDefault(agent) ?? Desk.Of(agent), policy, board.At);
        return caller.Role == Role.Agent ? view.ForColleagues(queue => _sight.Shows(QueueId.Parse(queue))) : view;
    }

    // Who leads looks also for those of whom nothing is configured any more, and who still are there or have something.
    private IEnumerable<AgentId> All()
    {
        var members = policy.Queues.Values.Where(queue => _sight.Shows(queue.Id)).SelectMany(queue => queue.Members);
        return caller.Role == Role.Agent
            ? members.Distinct()
            : members.Union(policy.Agents.Keys).Union(board.Desks.Values.Where(IsInUse).Select(desk => desk.Agent));
    }

    private static bool IsInUse(Desk desk) => desk.Presence != Presence.Offline || desk.Load.Total > 0;
}
