using Interactions.Domain.Interactions;
using Interactions.Domain.Values;

namespace Interactions.Functions.Storage;

/// <summary>A closed interaction, as far as reports count it.</summary>
/// <param name="Queue">Where it was closed, which is where all of it counts.</param>
/// <param name="Agent">Whose it was last.</param>
/// <param name="Wait">Until the first answer; null where there was none.</param>
/// <param name="WithinTarget">Whether it was answered in time; null where no time was set.</param>
internal sealed record ClosedCase(
    InteractionId Id,
    QueueId Queue,
    AgentId? Agent,
    DateTimeOffset ClosedAt,
    bool Abandoned,
    TimeSpan? Wait,
    TimeSpan Work,
    Outcome? Outcome,
    string? Disposition,
    bool? WithinTarget,
    Tally Tally)
{
    public static ClosedCase Of(Interaction closed) => new(
        closed.Id,
        closed.Queue,
        closed.AssignedTo ?? closed.LastAgent,
        closed.ClosedAt!.Value,
        closed.State == InteractionState.ClosedAbandoned,
        closed.WaitTime,
        closed.Duration,
        closed.Outcome,
        closed.Disposition,
        closed.Sla is { } sla ? sla is { Answered: true, Breached: false } : null,
        closed.Tally);
}
