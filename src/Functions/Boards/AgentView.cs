using Interactions.Domain.Desks;
using Interactions.Domain.Policies;
using Interactions.Domain.Values;
using Interactions.Functions.Desks;

namespace Interactions.Functions.Boards;

/// <summary>An agent as others see them.</summary>
/// <param name="Role">As configured.</param>
/// <param name="Queues">Which they serve.</param>
/// <param name="Capacity">How many of each type they can have at once; null for colleagues.</param>
/// <param name="Load">How many of that they have, or are being asked to take; null for colleagues.</param>
/// <param name="AsOf">When it was looked at.</param>
internal sealed record AgentView(
    string Id, string? Name, Role Role, IReadOnlyList<string> Queues, PresenceView Presence, SlotsView? Capacity, SlotsView? Load, DateTimeOffset AsOf)
{
    /// <summary>For whoever leads.</summary>
    public static AgentView Of(Desk desk, Policy policy, DateTimeOffset at)
    {
        var agent = policy.Agent(desk.Agent);
        return new(
            agent.Id.Value,
            agent.Name,
            agent.Role,
            [.. policy.QueuesOf(agent.Id).Select(queue => queue.Value)],
            PresenceView.Of(desk),
            SlotsView.Of(desk.CapacityBy(policy)),
            SlotsView.Of(desk.Load),
            at);
    }

    /// <summary>For colleagues, who want to know to whom they could hand something on, and not how somebody does.</summary>
    public AgentView ForColleagues(Func<string, bool> mayKnowOf) => this with
    {
        Queues = [.. Queues.Where(mayKnowOf)],
        Presence = Presence with { Since = null, Because = null },
        Capacity = null,
        Load = null,
    };
}
