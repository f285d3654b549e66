using Interactions.Domain.Desks;
using Interactions.Domain.Interactions;
using Interactions.Domain.Policies;

namespace Interactions.Domain.Routing;

/// <summary>Who may be asked, and who is next.</summary>
public static class Choice
{
    /// <summary>Whether this agent can be asked to take this customer now.</summary>
    public static bool Fits(Waiter waiter, Desk desk, Policy policy) =>
        desk.Presence == Presence.Ready
        && desk.HasRoomFor(waiter.Type, policy)
        && !waiter.Excluded.Contains(desk.Agent)
        && policy.CanServe(desk.Agent, waiter.Place.Queue, waiter.Skills);

    /// <summary>Whether everybody who could be asked has had their chance in this round.</summary>
    public static bool IsExhausted(Waiter waiter, Policy policy) =>
        !waiter.Excluded.IsEmpty
        && policy.For(waiter.Place.Queue).Members.All(member => waiter.Excluded.Contains(member) || !policy.Agent(member).Has(waiter.Skills));

    /// <summary>Of several queues' first, the one who is next: by priority, then by who waits longest.</summary>
    public static int Compare(WaitingPlace one, WaitingPlace other) =>
        one.Priority != other.Priority ? other.Priority.CompareTo(one.Priority) : one.Since.CompareTo(other.Since);
}
