using System.Collections.Immutable;
using Interactions.Domain.Desks;
using Interactions.Domain.Interactions;
using Interactions.Domain.Policies;
using Interactions.Domain.Values;

namespace Interactions.Domain.Routing;

/// <summary>Who may be asked, and who is next.</summary>
public static class Choice
{
    /// <summary>Whether this agent can be asked to take this customer now.</summary>
    public static bool Fits(Waiter waiter, Desk desk, Policy policy) =>
        desk.CanTake(waiter.Type, policy)
        && !waiter.Excluded.Contains(desk.Agent)
        && policy.CanServe(desk.Agent, waiter.Place.Queue, waiter.Skills);

    /// <summary>Whether everybody who could be asked has had their chance in this round.</summary>
    public static bool IsExhausted(Waiter waiter, Policy policy) =>
        IsExhausted(waiter.Place.Queue, waiter.Skills, waiter.Excluded, policy);

    public static bool IsExhausted(QueueId queue, ImmutableArray<string> skills, ImmutableHashSet<AgentId> excluded, Policy policy) =>
        !excluded.IsEmpty && policy.For(queue).Members.All(member => excluded.Contains(member) || !policy.CanServe(member, queue, skills));

    /// <summary>Of several queues' first, the one who is next: by priority, then by who waits longest.</summary>
    public static int Compare(WaitingPlace one, WaitingPlace other) =>
        one.Priority != other.Priority ? other.Priority.CompareTo(one.Priority) : one.Since.CompareTo(other.Since);
}
