using System.Collections.Immutable;
using Interactions.Domain.Values;

namespace Interactions.Domain.Policies;

/// <summary>How a queue treats what waits in it. A time that is null never comes.</summary>
public sealed record QueuePolicy
{
    public required QueueId Id { get; init; }

    public ImmutableHashSet<AgentId> Members { get; init; } = [];

    /// <summary>How long an agent may look at an offer.</summary>
    public TimeSpan OfferFor { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Whether an agent who let an offer pass gets no more until they say they are back.</summary>
    public bool NotReadyAfterMissedOffer { get; init; } = true;

    /// <summary>Whether who is asked has it at once, and cannot decline.</summary>
    public bool AutoAccept { get; init; }

    /// <summary>How long those who refused are not asked again, unless everything moves to another queue before.</summary>
    public TimeSpan NewRoundAfter { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>Whether an agent can have something else while a customer is awaited.</summary>
    public bool HoldsFreeCapacity { get; init; }

    /// <summary>How long after closing whoever had it last is asked first when the customer writes again.</summary>
    public TimeSpan? AffinityFor { get; init; } = TimeSpan.FromHours(24);

    public TimeSpan? FirstResponseTarget { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>How long before it is missed somebody is warned; where nothing is said, with a fifth of it left. None at all where it is zero.</summary>
    public TimeSpan? FirstResponseWarn { get; init; }

    public TimeSpan? OverflowAfter { get; init; }

    public QueueId? OverflowTo { get; init; }

    public TimeSpan? AbandonAfter { get; init; } = TimeSpan.FromHours(24);

    public string? AbandonedText { get; init; }

    /// <summary>How long a customer may go unanswered before the agent is prompted, and again before somebody else gets it.</summary>
    public TimeSpan? SilenceAfter { get; init; } = TimeSpan.FromMinutes(15);

    public TimeSpan? NudgeAfter { get; init; } = TimeSpan.FromHours(4);

    public string? NudgeText { get; init; }

    public TimeSpan? CloseWaitingAfter { get; init; } = TimeSpan.FromHours(24);

    public TimeSpan? HoldLimit { get; init; } = TimeSpan.FromMinutes(30);

    /// <summary>Null where the queue has no wrap-up.</summary>
    public TimeSpan? WrapUpFor { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>How long after closing a customer's message continues the same matter with the same agent.</summary>
    public TimeSpan? ReopenWithin { get; init; }

    /// <summary>Whether an interaction ended unresolved goes back to the queue instead of closing.</summary>
    public bool RequeueUnresolved { get; init; }

    public string? HandedOverText { get; init; }

    /// <summary>Never longer than the target itself.</summary>
    public TimeSpan WarnBefore(TimeSpan target)
    {
        var before = FirstResponseWarn ?? target / 5;
        return before < target ? before : target;
    }
}
