using Interactions.Domain.Interactions;
using Interactions.Domain.Routing;

namespace Interactions.Domain.Tests.Properties;

public sealed class When_indexes_follow
{
    [Fact]
    public void The_active_ones_are_those_that_are_open_and_look_as_they_are() => Always.Holds(world =>
    {
        Assert.Equal(world.Conversation.Active.Select(interaction => interaction.Id).Order(ById), world.Indexes.Active.Keys.Order(ById));
        Assert.All(world.Conversation.Active, interaction => Assert.Equal(Looks(interaction), Looks(world.Indexes.Active[interaction.Id])));
    });

    [Fact]
    public void Those_waiting_are_those_that_are_queued_at_their_place() => Always.Holds(world =>
    {
        var waiting =
            from interaction in world.Conversation.Active
            let place = (interaction.Phase as Phase.Queued)?.Place
            where place is not null
            select new WaitingPlace(interaction.Queue, interaction.Priority, place.Since, interaction.Id, place.Version, interaction.Type);
        Assert.Equal(waiting.ToHashSet(), world.Indexes.Waiting.Keys.ToHashSet());
    });

    [Fact]
    public void Those_waiting_look_to_the_router_as_they_are() => Always.Holds(world =>
        Assert.All(world.Indexes.Waiting, row =>
        {
            var waiter = Waiter.Of(row.Key, row.Value);
            var interaction = world.Conversation.Find(row.Key.Id)!;
            Assert.Equal((interaction.Type, interaction.Place!.Preferred), (waiter.Type, waiter.Preferred));
            Assert.Equal(interaction.Skills.AsEnumerable(), waiter.Skills);
            Assert.True(interaction.Place.Excluded.SetEquals(waiter.Excluded));
        }));

    [Fact]
    public void Numbers_and_history_are_complete() => Always.Holds(world =>
    {
        Assert.Equal(world.Ids.ToHashSet(), world.Indexes.Numbers.Values.ToHashSet());
        Assert.Equal(world.Closed.Select(closed => (closed.Id, closed.Outcome)), world.Indexes.History.Values.Select(closed => (closed.Id, closed.Outcome)));
    });

    [Fact]
    public void Whoever_it_belongs_to_finds_the_profile() => Always.Holds(world =>
    {
        if (world.Conversation.Profile?.User is { } user)
            Assert.Contains(user, world.Indexes.Users);
    });

    [Fact]
    public void What_is_added_is_written_before_anything_is_removed_under_the_same_key() => Always.Holds(world =>
    {
        var additions = world.Result.Touches.Where(touch => !touch.IsRemoval).Select(Key).ToHashSet();
        Assert.DoesNotContain(world.Result.Touches.Where(touch => touch.IsRemoval).Select(Key), additions.Contains);
    });

    private static readonly Comparer<Domain.Values.InteractionId> ById = Comparer<Domain.Values.InteractionId>.Create((one, other) => one.Ordinal - other.Ordinal);

    private static object Looks(Interaction one) =>
        (one.State, one.StateReason, one.Type, one.Queue, one.Priority, one.OpenedFor, one.CheckBy, WorkedOn(one));

    // Whether what is new is offered is seen on the desks.
    private static object? WorkedOn(Interaction one) => one.State == InteractionState.New ? null : (one.Handling, one.Holder);

    private static object Key(IndexTouch touch) => touch switch
    {
        IndexTouch.Active row => ("active", row.Interaction.Id),
        IndexTouch.NoLongerActive row => ("active", row.Id),
        IndexTouch.Waiting row => row.Place,
        IndexTouch.NoLongerWaiting row => row.Place,
        IndexTouch.Inbox row => (row.Agent, row.Interaction.Id),
        IndexTouch.Reserves row => (row.Agent, row.Interaction.Id),
        IndexTouch.Counts row => (row.Agent, row.Id, "counts"),
        IndexTouch.Frees row => (row.Agent, row.Id),
        _ => touch,
    };
}
