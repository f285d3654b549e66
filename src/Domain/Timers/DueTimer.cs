using Interactions.Domain.Values;

namespace Interactions.Domain.Timers;

public enum TimerKind
{
    Offer,
    NewRound,
    FirstResponseWarning,
    FirstResponse,
    Overflow,
    Abandon,
    Silence,
    Nudge,
    CloseWaiting,
    HoldLimit,
    WrapUp,
}

/// <summary>What happens to an interaction in time, unless something else happens first.</summary>
/// <param name="Since">From when on its time counts. Whatever starts it anew, changes that.</param>
/// <param name="Regular">When it is due by the policy.</param>
public sealed record DueTimer(TimerKind Kind, DateTimeOffset Since, DateTimeOffset Regular)
{
    /// <summary>What somebody decided instead; null where nobody did.</summary>
    public TimerException? Exception { get; init; }

    public bool IsCancelled => Exception is { Until: null };

    /// <summary>When it is due. A policy that gives it longer than somebody did, counts.</summary>
    public DateTimeOffset Due => Exception?.Until is { } until && until > Regular ? until : Regular;
}

/// <summary>
/// What somebody decided of one timer instead of what the policy says. It counts only while that timer was not started anew, so that
/// nothing has to take it back.
/// </summary>
/// <param name="Since">From when on the timer counted for which it was decided.</param>
/// <param name="Until">Not before then; null where it is not to come at all.</param>
public sealed record TimerException(TimerKind Timer, DateTimeOffset Since, DateTimeOffset? Until, Actor By);
