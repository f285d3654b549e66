using Interactions.Domain.Desks;
using Interactions.Domain.Interactions;
using Interactions.Domain.Tests.Driver;
using Interactions.Domain.Values;

namespace Interactions.Domain.Tests.Properties;

public sealed class When_desks_follow
{
    private static readonly AgentId[] Everybody = [The.Agent, The.Colleague, The.Stranger, The.Supervisor.Agent!.Value];

    [Fact]
    public void Whatever_somebody_holds_is_on_their_desk_and_on_no_other() => Always.Holds(world =>
        Assert.All(Everybody, agent => Assert.Equal(
            HeldBy(agent, world).Select(interaction => interaction.Id).ToHashSet(), world.Indexes.Desks.Of(agent).Keys.ToHashSet())));

    [Fact]
    public void They_see_there_what_it_is_and_whether_something_is_unread() => Always.Holds(world =>
        Assert.All(Everybody, agent => Assert.All(HeldBy(agent, world), interaction =>
            Assert.Equal(Looks(interaction), Looks(world.Indexes.Desks.Of(agent)[interaction.Id].Shown)))));

    [Fact]
    public void As_much_is_reserved_as_takes_up_room() => Always.Holds(world =>
        Assert.All(Everybody, agent =>
        {
            var counted = HeldBy(agent, world).Where(interaction => interaction.TakesUpRoom()).ToArray();
            var desk = world.Indexes.Desks.Of(agent);
            Assert.Equal(counted.Length, world.Indexes.Desks.Load(agent).Total);
            Assert.Equal(counted.Select(one => one.Id).ToHashSet(), desk.Where(item => item.Value.TakesUpRoom).Select(item => item.Key).ToHashSet());
        }));

    [Fact]
    public void Whoever_gets_rid_of_something_is_served_and_nobody_else() => Always.Holds(world =>
    {
        var freed = world.Result.Touches.OfType<IndexTouch.Frees>().Select(touch => (touch.Agent, (InteractionId?)touch.Id));
        var uncounted = world.Result.Touches.OfType<IndexTouch.Counts>().Where(touch => !touch.Does).Select(touch => (touch.Agent, (InteractionId?)touch.Id));
        Assert.Equal(freed.Concat(uncounted).ToHashSet(), world.Result.Wakes.OfType<Wake.Serve>().Select(wake => (wake.Agent, wake.Id)).ToHashSet());
    });

    [Fact]
    public void Only_who_let_an_offer_pass_has_missed_it_and_only_where_that_counts() => Always.Holds(world =>
    {
        var missed =
            from entry in world.Result.Entries
            where entry.Fact is OfferTimedOut
            let before = world.Result.Before.Find(entry.Interaction!.Value)!
            where world.Policy.For(before.Queue).NotReadyAfterMissedOffer
            select (((OfferTimedOut)entry.Fact).Agent, before.Id);
        Assert.Equal(missed.ToHashSet(), world.Result.Touches.OfType<IndexTouch.Frees>().Where(touch => touch.Missed).Select(touch => (touch.Agent, touch.Id)).ToHashSet());
        Assert.Equal(missed.ToHashSet(), world.Result.Wakes.OfType<Wake.Serve>().Where(wake => wake.Missed).Select(wake => (wake.Agent, wake.Id!.Value)).ToHashSet());
    });

    [Fact]
    public void Who_is_asked_has_to_be_ready_and_who_takes_it_or_is_told_needs_room_only() => Always.Holds(world =>
        Assert.All(world.Result.Touches.OfType<IndexTouch.Reserves>(), touch =>
        {
            var asked = world.Latest is MakeOffer or TransferToAgent or Assign { Forced: false };
            Assert.Equal(asked, touch.MustBeReady);
        }));

    private static IEnumerable<Interaction> HeldBy(AgentId agent, World world) =>
        world.Conversation.Active.Where(interaction => interaction.Holder == agent);

    private static object Looks(Interaction one) =>
        (one.State, one.StateReason, one.Handling, one.Type, one.Queue, one.Priority, one.Unread > 0, one.Phase is Phase.Active { PromptedAt: not null });
}
