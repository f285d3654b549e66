using Interactions.Domain.Desks;
using Interactions.Domain.Policies;
using Interactions.Functions.Security;

namespace Interactions.Functions.Desks;

/// <summary>Somebody as they see themselves.</summary>
/// <param name="Queues">Which they serve.</param>
/// <param name="Capacity">How many of each type they can have at once.</param>
/// <param name="Load">How many of that they have, or are being asked to take.</param>
internal sealed record MeView(
    string Id,
    Role Role,
    string? Name,
    IReadOnlyList<string> Queues,
    IReadOnlyList<string> Skills,
    PresenceView Presence,
    SlotsView Capacity,
    SlotsView Load)
{
    public static MeView Of(Caller caller, Desk desk, Policy policy)
    {
        var agent = policy.Agent(caller.Id);
        return new(
            caller.Id.Value,
            caller.Role,
            agent.Name,
            [.. policy.QueuesOf(caller.Id).Select(queue => queue.Value)],
            [.. agent.Skills.Order(StringComparer.Ordinal)],
            PresenceView.Of(desk),
            SlotsView.Of(desk.CapacityBy(policy)),
            SlotsView.Of(desk.Load));
    }
}

/// <param name="Since">Null where they never said anything.</param>
/// <param name="Because">Why they are not ready, where it is not because they said so.</param>
internal sealed record PresenceView(Presence Status, DateTimeOffset? Since, PresenceReason? Because)
{
    public static PresenceView Of(Desk desk) => new(
        desk.Presence, desk.Since == default ? null : desk.Since, desk.MissedOffer ? PresenceReason.MissedOffer : null);
}

internal enum PresenceReason
{
    MissedOffer,
}

internal sealed record SlotsView(int Messaging, int Chat, int Phone, int WalkUp, int Voicemail)
{
    public static SlotsView Of(Slots slots) => new(slots.Messaging, slots.Chat, slots.Phone, slots.WalkUp, slots.Voicemail);
}
