using Interactions.Domain.Interactions;
using Interactions.Domain.Tests.Driver;
using Interactions.Domain.Timers;
using Interactions.Domain.Values;

namespace Interactions.Domain.Tests.Properties;

public sealed class When_people_decide_of_timers
{
    private static readonly DateTimeOffset Never = DateTimeOffset.MaxValue;

    [Fact]
    public void Nothing_is_kept_of_what_counts_no_more() => Always.Holds(world =>
    {
        Assert.All(world.Closed, closed => Assert.Empty(closed.TimerExceptions));
        Assert.All(world.Conversation.Active, interaction =>
        {
            Assert.Distinct(interaction.TimerExceptions.Select(exception => exception.Timer));
            var timers = InteractionTimers.WithCancelled(interaction, world.Policy.For(interaction.Queue, interaction.Line));
            Assert.All(interaction.TimerExceptions.Where(_ => interaction.Phase is not Phase.Offered), exception =>
                Assert.Contains(timers, timer => timer.Kind == exception.Timer && timer.Exception == exception));
        });
    });

    [Fact]
    public void It_moves_that_timer_alone_and_only_to_later() => Always.Holds(world =>
    {
        if (world.Result.Decision is not Decision.Changed || world.Latest is not (ExtendTimer or CancelTimer))
            return;
        var order = (InteractionCommand)world.Latest;
        var kind = order is ExtendTimer extend ? extend.Timer : ((CancelTimer)order).Timer;
        var before = DuesIn(world, world.Result.Before.Find(order.Id)!);
        var after = DuesIn(world, world.Conversation.Find(order.Id)!);

        Assert.True(before.Remove(kind, out var was) && (!after.Remove(kind, out var becomes) ? Never : becomes) > was);

        // The warning goes with what it warns of.
        if (kind == TimerKind.FirstResponse && (before.Remove(TimerKind.FirstResponseWarning) | after.Remove(TimerKind.FirstResponseWarning)))
            Assert.True(world.Conversation.Find(order.Id)!.Sla is { } sla && !(sla.WarnAt >= sla.Due));
        Assert.Equal(before, after);
    });

    [Fact]
    public void What_nobody_may_touch_stays_as_the_policy_has_it() => Always.Holds(world =>
        Assert.All(world.Conversation.Active.SelectMany(interaction => interaction.TimerExceptions), exception =>
        {
            Assert.True(exception.Timer is not (TimerKind.Offer or TimerKind.NewRound));
            Assert.True(exception.Until is not null || exception.Timer is not (TimerKind.FirstResponse or TimerKind.WrapUp));
            Assert.True(exception.By.Kind != ActorKind.Agent || exception.Timer is not (TimerKind.FirstResponse or TimerKind.Abandon or TimerKind.Overflow));
        }));

    [Fact]
    public void An_agent_takes_no_more_than_twice_the_time() => Always.Holds(world =>
        Assert.All(world.Conversation.Active, interaction => Assert.All(
            world.Timers(interaction).Where(timer => timer.Exception is { Until: not null, By.Kind: ActorKind.Agent }),
            timer => Assert.True(timer.Due - timer.Since <= 2 * (timer.Regular - timer.Since)))));

    private static Dictionary<TimerKind, DateTimeOffset> DuesIn(World world, Interaction interaction) =>
        InteractionTimers.Of(interaction, world.Policy.For(interaction.Queue, interaction.Line)).ToDictionary(timer => timer.Kind, timer => timer.Due);
}
