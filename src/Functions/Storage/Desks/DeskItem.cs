using Azure;
using Interactions.Domain.Interactions;
using Interactions.Domain.Values;

namespace Interactions.Functions.Storage.Desks;

/// <summary>Something an agent has on their desk: reserved for them, and shown to them.</summary>
/// <param name="Version">Of the conversation that the row tells of, which may not be stored yet.</param>
/// <param name="ReservedAs">What it was when it was reserved, and will be released as.</param>
/// <param name="TakesUpRoom">Whether it counts against what the agent can have.</param>
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
    DateTimeOffset OpenedAt,
    DateTimeOffset? AssignedAt,
    DateTimeOffset? OfferedUntil,
    long Version,
    bool TakesUpRoom,
    DateTimeOffset? WrittenAt,
    ETag ETag);
