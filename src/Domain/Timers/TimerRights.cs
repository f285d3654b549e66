using Interactions.Domain.Values;

namespace Interactions.Domain.Timers;

/// <summary>
/// Who may put off what, and who may call it off. An agent may take more time for what they do themselves; that a customer waits is
/// not theirs to decide.
/// </summary>
public static class TimerRights
{
    /// <summary>However far ahead somebody means, a slip of the keyboard is not to keep anything open for ever. No policy says longer.</summary>
    public static readonly TimeSpan Furthest = TimeSpan.FromDays(366);

    // How often the regular time an agent may take in all.
    private const int MostTimes = 2;

    /// <summary>A warning goes with what it warns of. The end of an offer stands on the desk of who is asked, who was told so; and who refused is asked again soon as it is.</summary>
    public static bool MayExtend(TimerKind timer, ActorKind by) => by == ActorKind.Agent
        ? timer is TimerKind.Silence or TimerKind.Nudge or TimerKind.CloseWaiting or TimerKind.HoldLimit or TimerKind.WrapUp
        : timer is not (TimerKind.Offer or TimerKind.NewRound or TimerKind.FirstResponseWarning);

    /// <summary>Without those that nobody may call off, somebody could wait where nobody looks, or a record never be closed.</summary>
    public static bool MayCancel(TimerKind timer, ActorKind by) => by == ActorKind.Agent
        ? timer == TimerKind.Nudge
        : timer is TimerKind.Nudge or TimerKind.Silence or TimerKind.HoldLimit or TimerKind.CloseWaiting or TimerKind.Abandon or TimerKind.Overflow;

    public static DateTimeOffset Latest(DueTimer timer, ActorKind by, DateTimeOffset now)
    {
        var furthest = now + Furthest;
        if (by != ActorKind.Agent)
            return furthest;
        var latest = timer.Since + (MostTimes * (timer.Regular - timer.Since));
        return latest < furthest ? latest : furthest;
    }
}
