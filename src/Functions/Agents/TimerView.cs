using Interactions.Domain.Interactions;
using Interactions.Domain.Policies;
using Interactions.Domain.Timers;
using Interactions.Domain.Values;
using Interactions.Functions.Security;

namespace Interactions.Functions.Agents;

/// <summary>What happens to an interaction in time, unless something else happens first: the next thing first.</summary>
internal sealed record TimersView(IReadOnlyList<TimerView> Items)
{
    public static TimersView Of(Interaction interaction, Policy policy, Caller caller, DateTimeOffset now)
    {
        var isTheirs = caller.Role != Role.Agent || interaction.AssignedTo == caller.Id;
        var timers = InteractionTimers.WithCancelled(interaction, policy.For(interaction.Queue, interaction.Line));
        return new([.. timers.OrderBy(timer => timer.IsCancelled).Select(timer => TimerView.Of(timer, interaction, isTheirs, caller.Actor.Kind, now))]);
    }
}

/// <param name="Due">Null where somebody called it off.</param>
/// <param name="Since">From when on its time counts.</param>
/// <param name="Why">What happens then.</param>
/// <param name="MayExtendUntil">The latest to which whoever asks may put it off; null where they may not.</param>
internal sealed record TimerView(
    TimerKind Timer,
    DateTimeOffset? Due,
    DateTimeOffset Since,
    string Why,
    ActorView? ExtendedBy,
    ActorView? CancelledBy,
    DateTimeOffset? MayExtendUntil,
    bool MayCancel)
{
    public static TimerView Of(DueTimer timer, Interaction interaction, bool isTheirs, ActorKind by, DateTimeOffset now)
    {
        var latest = TimerRights.Latest(timer, by, now);
        var runs = isTheirs && !timer.IsCancelled;
        return new(
            timer.Kind,
            timer.IsCancelled ? null : timer.Due,
            timer.Since,
            TimerWords.Of(timer.Kind, interaction),
            timer.Exception is { Until: not null } extended ? ActorView.Of(extended.By) : null,
            timer.Exception is { Until: null } cancelled ? ActorView.Of(cancelled.By) : null,
            runs && TimerRights.MayExtend(timer.Kind, by) && latest > timer.Due && latest > now ? latest : null,
            runs && TimerRights.MayCancel(timer.Kind, by));
    }
}
