using Interactions.Domain.Interactions;
using Interactions.Domain.Tests.Driver;
using Interactions.Domain.Timers;

namespace Interactions.Domain.Tests.Properties;

public sealed class When_somebody_has_to_look
{
    [Fact]
    public void Whatever_is_open_has_a_timer_or_waits_in_the_index_or_is_with_an_agent() => Always.Holds(world =>
        Assert.All(world.Conversation.Active, interaction =>
            Assert.True(world.NextTimer(interaction) is not null || interaction.Holder is not null || interaction.Phase is Phase.Queued)));

    [Fact]
    public void A_wake_is_under_way_for_every_timer_and_comes_no_later() => Always.Holds(world =>
        Assert.All(world.Conversation.Active, interaction =>
        {
            if (world.NextTimer(interaction) is not { } next)
                return;
            Assert.True(interaction.WakeAt <= next.Due, $"{next} but the wake is at {interaction.WakeAt}");
            Assert.Contains(world.Bus, wake => wake.Id == interaction.Id && wake.Due <= next.Due);
        }));

    [Fact]
    public void No_second_wake_is_armed_while_one_is_on_its_way_that_comes_in_time() => Always.Holds(world =>
        Assert.All(world.Result.Wakes.OfType<Wake.Timeout>(), wake =>
        {
            var before = world.Result.Before.Find(wake.Id)?.WakeAt;
            Assert.True(before is null || before <= world.Now || before > wake.Due);
            Assert.Single(world.Result.Wakes.OfType<Wake.Timeout>(), other => other.Id == wake.Id);
        }));

    [Fact]
    public void Whatever_is_open_is_looked_at_no_later_than_its_next_timer_but_for_the_end_of_an_offer() => Always.Holds(world =>
        Assert.All(world.Conversation.Active, interaction =>
        {
            var next = world.Timers(interaction).FirstOrDefault(timer => timer.Kind != TimerKind.Offer);
            Assert.True(interaction.CheckBy is { } by && !(next?.Due < by), $"{next}, to be looked at by {interaction.CheckBy}");
        }));

    [Fact]
    public void The_end_of_an_offer_stands_on_the_desk_of_who_is_asked() => Always.Holds(world =>
        Assert.All(world.Conversation.Active, interaction =>
        {
            if (interaction.Phase is not Phase.Offered offered)
                return;
            var end = Assert.Single(world.Timers(interaction), timer => timer.Kind == TimerKind.Offer);
            Assert.Equal((end.Due, end.Due), (offered.Until, world.Indexes.Desks.Of(offered.Agent)[interaction.Id].OfferedUntil));
        }));

    [Fact]
    public void What_was_looked_at_without_need_is_left_alone_for_a_while() => Always.Holds(world =>
        Assert.All(world.Conversation.Active, interaction =>
        {
            if (world.Latest is FireTimers look && look.Id == interaction.Id && !(world.NextTimer(interaction)?.Due <= world.Now))
                Assert.True(interaction.CheckBy >= world.Now, $"To be looked at by {interaction.CheckBy}, and it is {world.Now}");
        }));

    [Fact]
    public void Whoever_begins_to_wait_is_announced_to_the_router() => Always.Holds(world =>
        Assert.All(world.Conversation.Active, interaction =>
        {
            var waited = world.Result.Before.Find(interaction.Id);
            if (interaction.Phase is Phase.Queued && (waited?.Phase is not Phase.Queued || waited.Queue != interaction.Queue || waited.Type != interaction.Type))
                Assert.Contains(world.Result.Wakes.OfType<Wake.Route>(), wake => wake.Id == interaction.Id && wake.Queue == interaction.Queue);
        }));

    [Fact]
    public void With_the_bus_alone_everything_closes_or_rests_with_an_agent_who_owes_nothing() =>
        Always.EndsWell([Configurations.Default, Configurations.Eager, Configurations.Picky], world =>
        {
            for (var wakes = 0; world.WaitForWake(); wakes++)
                Assert.True(wakes < 1_000, "It never ends.");
            Assert.All(world.Conversation.Active, Rests);
        });

    [Fact]
    public void With_the_sweep_alone_everything_moves_within_two_minutes_of_its_time() =>
        Always.EndsWell([Configurations.Default, Configurations.Eager, Configurations.Picky], world =>
        {
            for (var minute = 0; minute < 3 * 60; minute++)
            {
                world.Sweep();
                Assert.All(world.Conversation.Active, interaction =>
                    Assert.True(!(world.NextTimer(interaction)?.Due < world.Now - TimeSpan.FromMinutes(2))));
            }
        });

    private static void Rests(Interaction interaction)
    {
        if (interaction.TimerExceptions.Any(exception => exception.Until is null))
            return;
        Assert.IsType<Phase.Active>(interaction.Phase);
        Assert.Null(interaction.UnansweredSince);
    }
}
