using Interactions.Domain.Interactions;
using Interactions.Domain.Messages;
using Interactions.Domain.Timers;
using Interactions.Domain.Values;

namespace Interactions.Functions.Agents;

/// <summary>A line of a log as agents see one: what kind of thing happened, and what is known of it.</summary>
internal sealed record LogEntryView
{
    public required long Sequence { get; init; }

    public required DateTimeOffset At { get; init; }

    public required ActorView By { get; init; }

    public required string? Line { get; init; }

    public required string? Interaction { get; init; }

    public required string Kind { get; init; }

    /// <summary>Whether what was said, and to or by whom, is erased.</summary>
    public bool? Erased { get; init; }

    public MessageView? Message { get; init; }

    public string? Number { get; init; }

    public string? Parent { get; init; }

    public InteractionType? Type { get; init; }

    public Channel? Channel { get; init; }

    public string? Agent { get; init; }

    public string? Queue { get; init; }

    /// <summary>The queue or the agent it was taken from.</summary>
    public string? From { get; init; }

    /// <summary>Who took over outside.</summary>
    public string? Contact { get; init; }

    public string? Note { get; init; }

    /// <summary>What is written differently now.</summary>
    public IReadOnlyList<FieldChange>? Changes { get; init; }

    /// <summary>A task's id, under the interaction.</summary>
    public string? Task { get; init; }

    public TaskKind? TaskKind { get; init; }

    /// <summary>Which timer somebody extended or cancelled.</summary>
    public TimerKind? Timer { get; init; }

    public DateTimeOffset? Until { get; init; }

    public DateTimeOffset? Since { get; init; }

    public StateReason? Reason { get; init; }

    public Outcome? Outcome { get; init; }

    public bool? Abandoned { get; init; }

    public string? Disposition { get; init; }

    public string? ShortDescription { get; init; }

    public ConsentView? Consent { get; init; }

    public string? User { get; init; }

    public string? Name { get; init; }

    /// <summary>The message of which it tells.</summary>
    public long? Concerning { get; init; }

    /// <summary>What Twilio calls the reason.</summary>
    public int? ErrorCode { get; init; }

    /// <summary>What happened to it, in words.</summary>
    public string? Explanation { get; init; }

    /// <summary>Whether a person decided it: forced an assignment, chose a user.</summary>
    public bool? ByHand { get; init; }

    /// <param name="customer">Whose conversation it is, which tells how what was sent is sent.</param>
    public static LogEntryView Of(LogEntry entry, Address? customer)
    {
        var view = new LogEntryView
        {
            Sequence = entry.Sequence,
            At = entry.At,
            By = ActorView.Of(entry.By),
            Line = entry.Line?.Value,
            Interaction = entry.Interaction?.ToString(),
            Kind = FactNames.Of(entry.Fact),
            Erased = entry.IsErased ? true : null,
        };
        return LogDetails.Of(entry.Fact, view, customer);
    }
}
