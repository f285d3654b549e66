using Interactions.Domain.Interactions;
using Interactions.Domain.Values;

namespace Interactions.Functions.Storage;

/// <summary>An interaction as far as an index tells of it, which may be a moment ahead of the record, or behind.</summary>
/// <param name="Handling">Of what is new it says nothing: whether it waits or is offered is seen elsewhere.</param>
/// <param name="Agent">Whose it is, or was last.</param>
/// <param name="ClosedAt">Null where it is open.</param>
/// <param name="Place">Where in the list it stands.</param>
internal sealed record IndexEntry(
    InteractionId Id,
    InteractionState State,
    Handling Handling,
    QueueId Queue,
    AgentId? Agent,
    UserId? User,
    DateTimeOffset OpenedAt,
    DateTimeOffset? ClosedAt,
    Cursor Place);
