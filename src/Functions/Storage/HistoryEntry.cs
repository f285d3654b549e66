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

/// <summary>That something was closed, or was to be.</summary>
/// <param name="User">Whose it was.</param>
internal sealed record ClosedRow(InteractionId Id, DateTimeOffset At, UserId? User);

/// <summary>Part of a list.</summary>
/// <param name="Cursor">Where it goes on; null where this was the end.</param>
internal sealed record Listing<T>(IReadOnlyList<T> Items, Cursor? Cursor);
