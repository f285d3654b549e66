using Interactions.Domain.Interactions;
using Interactions.Domain.Values;

namespace Interactions.Functions.Storage;

/// <summary>A closed interaction, as far as a list tells of it.</summary>
internal sealed record HistoryEntry(
    InteractionId Id,
    InteractionNumber Number,
    InteractionState State,
    QueueId Queue,
    LineId Line,
    DateTimeOffset OpenedAt,
    DateTimeOffset ClosedAt,
    AgentId? Agent);

/// <summary>Part of a list.</summary>
/// <param name="Cursor">Where it goes on; null where this was the end.</param>
internal sealed record Listing<T>(IReadOnlyList<T> Items, Cursor? Cursor);
