using System.Collections.Immutable;
using Interactions.Domain.Messages;
using Interactions.Domain.Timers;
using Interactions.Domain.Values;

namespace Interactions.Domain.Interactions;

public enum InteractionType
{
    Messaging,
    Chat,
    Phone,
    WalkUp,
    Voicemail,
}

public enum Direction
{
    Inbound,
    Outbound,
}

public enum InteractionState
{
    New,
    WorkInProgress,
    OnHold,
    ClosedComplete,
    ClosedAbandoned,
}

public enum StateReason
{
    WaitingOnCustomer,
    WaitingInternal,
}

public enum Handling
{
    Queued,
    Offered,
    Active,
    WrapUp,
    Done,
}

public enum Outcome
{
    Resolved,
    Unresolved,
}

/// <summary>One request for assistance.</summary>
public sealed record Interaction
{
    public required InteractionId Id { get; init; }

    public required InteractionNumber Number { get; init; }

    public required InteractionType Type { get; init; }

    public required Channel Channel { get; init; }

    public required Direction Direction { get; init; }

    public required LineId Line { get; init; }

    public required QueueId Queue { get; init; }

    public required DateTimeOffset OpenedAt { get; init; }

    public required Phase Phase { get; init; }

    public UserId? OpenedFor { get; init; }

    public AgentId? AssignedTo { get; init; }

    public DateTimeOffset? AssignedAt { get; init; }

    /// <summary>Who had it last, which is who should get it again.</summary>
    public AgentId? LastAgent { get; init; }

    /// <summary>The last transfer, for whoever sends it again. Anybody else's is another order, and nothing comes of it where it is there already.</summary>
    public Handover? Handover { get; init; }

    public int Priority { get; init; }

    public ImmutableArray<string> Tags { get; init; } = [];

    /// <summary>What an agent has to know to be asked.</summary>
    public ImmutableArray<string> Skills { get; init => field = value.IsDefault ? [] : value; } = [];

    public string? Language { get; init; }

    public string ShortDescription { get; init; } = "";

    /// <summary>Whether the short description is the customer's first words, because nobody wrote one.</summary>
    public bool ShortDescriptionFilled { get; init; }

    public TimeSpan? WaitTime { get; init; }

    /// <summary>Working time up to the last change; what runs since is in the phase.</summary>
    public TimeSpan Duration { get; init; }

    public DateTimeOffset? ClosedAt { get; init; }

    public Actor? ClosedBy { get; init; }

    public Outcome? Outcome { get; init; }

    public string? Disposition { get; init; }

    public Sla? Sla { get; init; }

    /// <summary>The closed interaction this one was cloned from or goes on with.</summary>
    public InteractionId? Parent { get; init; }

    /// <summary>How many related tasks were created under it.</summary>
    public int TaskCount { get; init; }

    /// <summary>How many of the customer's messages the agent has not read.</summary>
    public int Unread { get; init; }

    /// <summary>The customer's oldest message that nobody answered.</summary>
    public DateTimeOffset? UnansweredSince { get; init; }

    /// <summary>Where in the log the customer wrote last.</summary>
    public long LastHeard { get; init; }

    /// <summary>What an agent wrote last; null while nobody did.</summary>
    public LastReply? LastReply { get; init; }

    public string? FirstWords { get; init; }

    /// <summary>Whether what was personal in it is gone.</summary>
    public bool IsErased { get; init; }

    public ImmutableArray<AutomaticText> AutomaticTexts { get; init; } = [];

    /// <summary>Where its part of the log begins.</summary>
    public required long FirstSequence { get; init; }

    public required long LastSequence { get; init; }

    /// <summary>What people decided of its timers instead of what the policy says; none of those that count no more.</summary>
    public ImmutableArray<TimerException> TimerExceptions { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>When the next wake that is under way fires.</summary>
    public DateTimeOffset? WakeAt { get; init; }

    /// <summary>When others fire that were under way already when a sooner one was needed, the first one first. None is sent twice.</summary>
    public ImmutableArray<DateTimeOffset> LaterWakes { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>When the index says that this should be looked at; never later than its next timer.</summary>
    public DateTimeOffset? CheckBy { get; init; }

    /// <summary>When it was last changed, as far as its record tells.</summary>
    public DateTimeOffset? ChangedAt { get; init; }

    /// <summary>For reports.</summary>
    public Tally Tally { get; init => field = value ?? Tally.None; } = Tally.None;

    /// <summary>Whether the company began it, and the customer has not written in it.</summary>
    public bool IsUnasked => Direction == Direction.Outbound && LastHeard == 0;

    public bool IsClosed => Phase is Phase.Done;

    public InteractionState State => Phase switch
    {
        Phase.Queued or Phase.Offered => InteractionState.New,
        Phase.Held => InteractionState.OnHold,
        Phase.Done { Abandoned: true } => InteractionState.ClosedAbandoned,
        Phase.Done => InteractionState.ClosedComplete,
        _ => InteractionState.WorkInProgress,
    };

    public StateReason? StateReason => (Phase as Phase.Held)?.Reason;

    public Handling Handling => Phase switch
    {
        Phase.Queued => Handling.Queued,
        Phase.Offered => Handling.Offered,
        Phase.WrapUp => Handling.WrapUp,
        Phase.Done => Handling.Done,
        _ => Handling.Active,
    };

    /// <summary>The agent who has to know about it: whose it is, or to whom it is offered.</summary>
    public AgentId? Holder => (Phase as Phase.Offered)?.Agent ?? (IsClosed ? null : AssignedTo);

    public Place? Place => Phase switch
    {
        Phase.Queued queued => queued.Place,
        Phase.Offered offered => offered.Place,
        _ => null,
    };

    /// <summary>Working time so far.</summary>
    public TimeSpan DurationAt(DateTimeOffset now) => Duration + Phase switch
    {
        Phase.Active active => Elapsed.Between(active.Since, now),
        Phase.WrapUp wrapUp => Elapsed.Between(wrapUp.Since, now),
        _ => TimeSpan.Zero,
    };

    /// <summary>Without the wakes that should have come.</summary>
    internal Interaction WithoutWakesUntil(DateTimeOffset now)
    {
        if (!(WakeAt <= now))
            return this;
        var later = LaterWakes.RemoveAll(wake => wake <= now);
        return later.IsEmpty ? this with { WakeAt = null, LaterWakes = [] } : this with { WakeAt = later[0], LaterWakes = later.RemoveAt(0) };
    }

    /// <summary>With another wake, which comes before those that are under way.</summary>
    internal Interaction WithWakeAt(DateTimeOffset due) =>
        this with { WakeAt = due, LaterWakes = WakeAt is { } later ? LaterWakes.Insert(0, later) : LaterWakes };

    /// <summary>Moves on, with the working time of the phase that ends added up.</summary>
    internal Interaction Into(Phase next, DateTimeOffset now)
    {
        var duration = DurationAt(now);
        var tally = AssignedTo is { } agent ? Tally.Worked(agent, duration - Duration) : Tally;
        return this with { Duration = duration, Phase = next, Tally = tally };
    }
}

/// <summary>Who gave it on, and to whom: a queue, an agent or somebody outside.</summary>
public sealed record Handover(Actor By, QueueId? Queue = null, AgentId? Agent = null, Address? Contact = null);

public sealed record LastReply(long Sequence, AgentId By);

/// <summary>How soon the first answer is due.</summary>
public sealed record Sla(TimeSpan Target, DateTimeOffset Due, bool Answered = false, bool Breached = false)
{
    /// <summary>When somebody is warned; null where nobody is, or it was too late for that.</summary>
    public DateTimeOffset? WarnAt { get; init; }

    public bool Warned { get; init; }

    /// <summary>Whether the answer is nearly or already too late.</summary>
    public bool IsPressing => !Answered && (Warned || Breached);
}
