using Interactions.Domain.Timers;

namespace Interactions.Domain.Interactions;

/// <summary>What people decide of what time would do.</summary>
public static partial class Lifecycle
{
    private static Refusal? PutOff(Draft draft, ExtendTimer order, Interaction interaction)
    {
        if (!IsOf(interaction, draft))
            return Refusal.NotYours;
        if (TimerOf(draft, interaction, order.Timer) is not { IsCancelled: false } timer)
            return Refusal.TimerNotRunning;
        if (!TimerRights.MayExtend(order.Timer, draft.By.Kind))
            return Refusal.NotExtendable;
        if (order.Until == timer.Due)
            return null;
        if (order.Until < timer.Due || order.Until <= draft.Now)
            return draft.Refuse(Refusal.NotLater, new Grounds(Until: timer.Due));
        if (TimerRights.Latest(timer, draft.By.Kind, draft.Now) is var latest && order.Until > latest)
            return draft.Refuse(Refusal.TooFarAhead, new Grounds(Until: latest));

        draft.Log(new TimerExtended(order.Timer, order.Until), interaction);
        interaction = Decided(draft, interaction, timer, order.Until);
        if (order.Timer == TimerKind.FirstResponse)
            draft.Put(interaction with { Sla = DueAt(order.Until, interaction.Sla!, draft.PolicyOf(interaction), draft.Now) });
        return null;
    }

    // Whoever leaves less time than a warning takes needs none.
    private static Sla DueAt(DateTimeOffset until, Sla sla, Policies.QueuePolicy policy, DateTimeOffset now)
    {
        var warnAt = until - policy.WarnBefore(sla.Target);
        return warnAt > now && warnAt < until
            ? sla with { Due = until, WarnAt = warnAt, Warned = false }
            : sla with { Due = until, WarnAt = null };
    }

    private static Refusal? CallOff(Draft draft, CancelTimer order, Interaction interaction)
    {
        if (!IsOf(interaction, draft))
            return Refusal.NotYours;
        if (TimerOf(draft, interaction, order.Timer) is not { } timer)
            return Refusal.TimerNotRunning;
        if (timer.IsCancelled)
            return null;
        if (!MayCallOff(draft, order.Timer, interaction))
            return Refusal.NotCancellable;

        draft.Log(new TimerCancelled(order.Timer), interaction);
        Decided(draft, interaction, timer, until: null);
        return null;
    }

    // Out of a queue that is gone nobody takes it, and only that it overflows brings it to somebody.
    private static bool MayCallOff(Draft draft, TimerKind timer, Interaction interaction) =>
        TimerRights.MayCancel(timer, draft.By.Kind)
        && (timer != TimerKind.Overflow || draft.Policy.Queues.ContainsKey(interaction.Queue));

    private static DueTimer? TimerOf(Draft draft, Interaction interaction, TimerKind kind) =>
        InteractionTimers.WithCancelled(interaction, draft.PolicyOf(interaction)).FirstOrDefault(timer => timer.Kind == kind);

    private static Interaction Decided(Draft draft, Interaction interaction, DueTimer timer, DateTimeOffset? until) =>
        draft.Put(interaction with
        {
            TimerExceptions = interaction.TimerExceptions
                .RemoveAll(exception => exception.Timer == timer.Kind)
                .Add(new TimerException(timer.Kind, timer.Since, until, draft.By)),
        });
}
