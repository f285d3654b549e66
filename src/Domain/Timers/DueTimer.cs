namespace Interactions.Domain.Timers;

public enum TimerKind
{
    Offer,
    NewRound,
    FirstResponse,
    Overflow,
    Abandon,
    Silence,
    Nudge,
    CloseWaiting,
    HoldLimit,
    WrapUp,
}

/// <summary>What happens to an interaction next, unless something else happens first.</summary>
public sealed record DueTimer(TimerKind Kind, DateTimeOffset Due);
