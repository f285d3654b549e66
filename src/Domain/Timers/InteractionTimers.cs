using System.Collections.Immutable;
using Interactions.Domain.Interactions;
using Interactions.Domain.Policies;

namespace Interactions.Domain.Timers;

/// <summary>
/// Timers are not kept anywhere: they follow from the state and the policy, so that none can be left over and a changed policy
/// counts at once. Only what somebody decided otherwise is kept.
/// </summary>
public static class InteractionTimers
{
    /// <summary>Every timer that runs, the next one first.</summary>
    public static ImmutableArray<DueTimer> Of(Interaction interaction, QueuePolicy policy) =>
        [.. Running(interaction, policy).OrderBy(timer => timer.Due).ThenBy(timer => timer.Kind)];

    /// <summary>The same with those that would run had nobody called them off.</summary>
    public static ImmutableArray<DueTimer> WithCancelled(Interaction interaction, QueuePolicy policy) =>
        [.. Decided(interaction, policy).OrderBy(timer => timer.Due).ThenBy(timer => timer.Kind)];

    public static DueTimer? Next(Interaction interaction, QueuePolicy policy) =>
        Running(interaction, policy).MinBy(timer => (timer.Due, timer.Kind));

    /// <summary>The next timer that only the interaction's own row can tell of: when an offer ends also stands on the agent's desk.</summary>
    public static DueTimer? NextBesidesOffer(Interaction interaction, QueuePolicy policy) =>
        Running(interaction, policy).Where(timer => timer.Kind != TimerKind.Offer).MinBy(timer => (timer.Due, timer.Kind));

    /// <summary>Without the exceptions to timers that were started anew since, or run no more.</summary>
    public static Interaction WithoutPast(Interaction interaction, QueuePolicy policy)
    {
        if (interaction.TimerExceptions.IsEmpty)
            return interaction;

        // While somebody is asked, the time that it has in this queue goes on, and may count again.
        var timers = Regular(interaction, policy);
        if (interaction.Phase is Phase.Offered { Place: var place })
            timers = timers.Concat(WhileQueued(place, policy));
        var known = timers.Select(timer => (timer.Kind, timer.Since)).ToHashSet();
        var past = interaction.TimerExceptions.RemoveAll(exception => known.Contains((exception.Timer, exception.Since)));
        return past.IsEmpty ? interaction : interaction with { TimerExceptions = interaction.TimerExceptions.RemoveRange(past) };
    }

    private static IEnumerable<DueTimer> Running(Interaction interaction, QueuePolicy policy) =>
        Decided(interaction, policy).Where(timer => !timer.IsCancelled);

    private static IEnumerable<DueTimer> Decided(Interaction interaction, QueuePolicy policy) => interaction.TimerExceptions.IsEmpty
        ? Regular(interaction, policy)
        : Regular(interaction, policy).Select(timer => timer with
        {
            Exception = interaction.TimerExceptions.FirstOrDefault(exception => (exception.Timer, exception.Since) == (timer.Kind, timer.Since)),
        });

    private static IEnumerable<DueTimer> Regular(Interaction interaction, QueuePolicy policy)
    {
        if (interaction.IsClosed)
            yield break;

        // Who ended it thought that there was nothing to answer; it counts again if the customer goes on.
        if (interaction is { Sla: { Answered: false, Breached: false } sla, Phase: not Phase.WrapUp })
        {
            yield return new(TimerKind.FirstResponse, interaction.OpenedAt, sla.Due);
            if (sla is { Warned: false, WarnAt: { } warnAt })
                yield return new(TimerKind.FirstResponseWarning, interaction.OpenedAt, warnAt);
        }

        var timers = interaction.Phase switch
        {
            Phase.Queued queued => WhileQueued(queued.Place, policy),
            Phase.Offered offered => WhileOffered(offered, policy),
            Phase.Active active => WhileActive(active, interaction.UnansweredSince, policy),
            Phase.Held { Reason: StateReason.WaitingOnCustomer } held => WhileCustomerIsAwaited(held, policy),
            Phase.Held held => At(TimerKind.HoldLimit, held.Since, policy.HoldLimit),
            Phase.WrapUp wrapUp => At(TimerKind.WrapUp, wrapUp.Since, policy.WrapUpFor ?? TimeSpan.Zero),
            _ => [],
        };
        foreach (var timer in timers)
            yield return timer;
    }

    private static IEnumerable<DueTimer> WhileQueued(Place place, QueuePolicy policy) =>
        At(TimerKind.Abandon, place.CountedFrom ?? place.Since, policy.AbandonAfter)
            .Concat(place.Excluded.IsEmpty ? [] : At(TimerKind.NewRound, place.RefusedAt ?? place.Entered, policy.NewRoundAfter))
            .Concat(policy.OverflowTo is null ? [] : At(TimerKind.Overflow, place.Entered, policy.OverflowAfter));

    // Whoever is offered to somebody overflows when that came to nothing, not before.
    private static IEnumerable<DueTimer> WhileOffered(Phase.Offered offered, QueuePolicy policy) =>
        At(TimerKind.Abandon, offered.Place.CountedFrom ?? offered.Place.Since, policy.AbandonAfter)
            .Append(new(TimerKind.Offer, offered.At, offered.Until));

    private static IEnumerable<DueTimer> WhileActive(Phase.Active active, DateTimeOffset? unansweredSince, QueuePolicy policy)
    {
        if (unansweredSince is not { } since)
            return [];
        var withThisAgent = since > active.Since ? since : active.Since;
        return At(TimerKind.Silence, active.PromptedAt ?? withThisAgent, policy.SilenceAfter);
    }

    private static IEnumerable<DueTimer> WhileCustomerIsAwaited(Phase.Held held, QueuePolicy policy) =>
        At(TimerKind.CloseWaiting, held.Since, policy.CloseWaitingAfter)
            .Concat(policy.NudgeText is null || held.Nudged ? [] : At(TimerKind.Nudge, held.Since, policy.NudgeAfter));

    private static IEnumerable<DueTimer> At(TimerKind kind, DateTimeOffset since, TimeSpan? after) =>
        after is { } time ? [new(kind, since, since + time)] : [];
}
