using Interactions.Domain.Interactions;
using Interactions.Domain.Tests.Properties;
using Interactions.Domain.Timers;
using Interactions.Domain.Values;

namespace Interactions.Domain.Tests.VirtualTime;

/// <summary>Remembers when every timer has to come, and sees that it does: then, and once.</summary>
/// <param name="patience">How late anything may be.</param>
internal sealed class Watch(World world, TimeSpan patience)
{
    private readonly HashSet<(InteractionId, TimerKind, DateTimeOffset Since)> _fired = [];
    private Dictionary<(InteractionId Id, DueTimer Timer), DateTimeOffset> _expected = [];

    public int Fired => _fired.Count;

    /// <summary>What begins to run with its time over already, has to come at once: nobody could have known before.</summary>
    public void Look() => _expected = (
        from interaction in world.Conversation.Active
        from timer in InteractionTimers.Of(interaction, world.Policy.For(interaction.Queue, interaction.Line))
        let key = (interaction.Id, timer)
        select (key, At: _expected.TryGetValue(key, out var at) ? at : timer.Due > world.Now ? timer.Due : world.Now)).ToDictionary(each => each.key, each => each.At);

    // Asked every minute of many months: what would be said is put into words only where it has to be.
    public void NothingIsOverdue()
    {
        foreach (var (key, at) in _expected)
        {
            if (at + patience < world.Now)
                Assert.Fail($"{key.Timer} has not come, and it is {world.Now}");
        }
    }

    /// <summary>Somebody looks, and only what is due happens.</summary>
    public void Fire(InteractionId id, Action look)
    {
        var due = _expected.Where(each => each.Key.Id == id && each.Value <= world.Now).Select(each => each.Key.Timer).ToList();
        look();
        var facts = world.Result.Entries.Where(entry => entry.Interaction == id).Select(entry => entry.Fact).ToList();
        if (due.Count == 0)
            Assert.Empty(facts);

        foreach (var timer in due.Where(timer => facts.Any(fact => IsOf(timer.Kind, fact))))
            Assert.True(_fired.Add((id, timer.Kind, timer.Since)), $"{timer} comes a second time");
        Look();
    }

    /// <summary>What is under way is what the record knows of, and none of it twice.</summary>
    public void NoWakeIsDoubled() => Assert.All(world.Conversation.Active, interaction =>
    {
        DateTimeOffset[] known = interaction.WakeAt is { } next ? [next, .. interaction.LaterWakes] : [];
        Assert.Equal(known.Where(wake => wake > world.Now), world.Bus.Where(wake => wake.Id == interaction.Id && wake.Due > world.Now).Select(wake => wake.Due).Order());
        Assert.True(known.Length <= Enum.GetValues<TimerKind>().Length);
        Assert.Distinct(known);
    });

    private static bool IsOf(TimerKind timer, Fact fact) => timer switch
    {
        TimerKind.Offer => fact is OfferTimedOut,
        TimerKind.NewRound => fact is NewRoundStarted,
        TimerKind.FirstResponseWarning => fact is SlaWarned,
        TimerKind.FirstResponse => fact is SlaBreached,
        TimerKind.Overflow => fact is Overflowed,
        TimerKind.Silence => fact is AgentPrompted or Requeued,
        TimerKind.Nudge => fact is MessageSent,
        TimerKind.HoldLimit => fact is HoldLimitReached,
        _ => fact is Closed,
    };
}
