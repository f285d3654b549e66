using Azure;
using Interactions.Domain.Interactions;
using Interactions.Domain.Values;

namespace Interactions.Functions.Storage.Desks;

/// <summary>Something an agent has on their desk: reserved for them, and shown to them.</summary>
/// <param name="Version">Of the conversation that the row tells of, which may not be stored yet.</param>
/// <param name="ReservedAs">What it was when it was reserved, and will be released as.</param>
/// <param name="ChangedAt">When the change was decided that it tells of.</param>
/// <param name="TakesUpRoom">Whether it counts against what the agent can have.</param>
/// <param name="ShouldTakeUpRoom">Whether it is to, by what was shown last.</param>
internal sealed record DeskItem(
    InteractionId Id,
    InteractionNumber Number,
    InteractionType Type,
    InteractionType ReservedAs,
    InteractionState State,
    Handling Handling,
    QueueId Queue,
    LineId Line,
    int Priority,
    bool Unread,
    bool Pressing,
    DateTimeOffset OpenedAt,
    DateTimeOffset? AssignedAt,
    DateTimeOffset? OfferedUntil,
    long Version,
    bool TakesUpRoom,
    bool ShouldTakeUpRoom,
    DateTimeOffset? ChangedAt,
    DateTimeOffset? WrittenAt,
    ETag ETag)
{
    /// <summary>Whether that is how it is, but for the room it takes up.</summary>
    public bool Shows(Interaction held) =>
        (State, Handling, Type, Queue, Priority, Unread, Pressing, OfferedUntil)
        == (held.State, held.Handling, held.Type, held.Queue, held.Priority, held.Unread > 0, held.Sla?.IsPressing == true, (held.Phase as Phase.Offered)?.Until);
}
