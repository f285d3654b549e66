using Interactions.Domain.Values;

namespace Interactions.Domain.Interactions;

/// <summary>A line of a conversation's log: what happened, when, by whom. Sequences have no gaps.</summary>
public sealed record LogEntry(long Sequence, DateTimeOffset At, Actor By, LineId? Line, InteractionId? Interaction, Fact Fact)
{
    /// <summary>Whether what was personal in it is gone.</summary>
    public bool IsErased { get; init; }
}
