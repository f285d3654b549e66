using Azure;
using Interactions.Domain.Interactions;
using Interactions.Domain.Values;

namespace Interactions.Functions.Storage;

/// <summary>An open interaction as the list of all tells of it, for whoever looks for what was forgotten.</summary>
/// <param name="AssignedTo">Of what is new it says nothing.</param>
/// <param name="Due">When somebody has to look at it.</param>
/// <param name="ChangedAt">When the change was decided that it tells of.</param>
/// <param name="Version">Of the conversation that it tells of, which may not be stored yet.</param>
internal sealed record ActiveRow(
    InteractionId Id,
    string Shard,
    InteractionState State,
    Handling Handling,
    InteractionType Type,
    QueueId Queue,
    int Priority,
    AgentId? AssignedTo,
    UserId? OpenedFor,
    DateTimeOffset? Due,
    DateTimeOffset? ChangedAt,
    long Version,
    DateTimeOffset? WrittenAt,
    ETag ETag)
{
    /// <summary>Whether that is how it is.</summary>
    public bool Shows(Interaction open) =>
        (State, Type, Queue, Priority, OpenedFor, Due) == (open.State, open.Type, open.Queue, open.Priority, open.OpenedFor, open.CheckBy)
        && (State == InteractionState.New || (Handling, AssignedTo) == (open.Handling, open.AssignedTo));
}
