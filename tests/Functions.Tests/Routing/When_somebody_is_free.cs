using Interactions.Domain.Desks;
using Interactions.Domain.Interactions;
using Interactions.Domain.Values;

namespace Interactions.Functions.Tests.Routing;

public sealed class When_somebody_is_free
{
    [Fact]
    public async Task Whoever_writes_is_offered_to_them()
    {
        await using var floor = await Floor.OpenAsync();
        await floor.IsAsync(Presence.Ready, 1);

        var customer = await floor.TextsAsync();

        await floor.OfferedAsync(customer, 1);
        var desk = await floor.DeskAsync(1);
        Assert.Equal(1, desk.Stored.Desk.Load.Messaging);
        Assert.Equal(Handling.Offered, Assert.Single(desk.Items).Handling);
    }

    [Fact]
    public async Task Whoever_waited_longest_is_offered_to_whoever_comes()
    {
        await using var floor = await Floor.OpenAsync(agent: """{"capacity":{"messaging":1}}""");
        var first = await floor.TextsAsync();
        var second = await floor.TextsAsync();

        await floor.IsAsync(Presence.Ready, 1);

        var offered = await floor.OfferedAsync(first, 1);
        Assert.IsType<Phase.Queued>((await floor.InteractionOfAsync(second)).Phase);

        await floor.DoAsync(new AcceptOffer(offered.Id, floor.Agent(1)));
        await floor.DoAsync(new End(Actor.Of(floor.Agent(1)), offered.Id, Outcome.Resolved));
        await floor.DoAsync(new Wrap(Actor.Of(floor.Agent(1)), offered.Id, "Asked for help", null));
        await floor.OfferedAsync(second, 1);
    }

    [Fact]
    public async Task Each_goes_to_whoever_has_the_least_on()
    {
        await using var floor = await Floor.OpenAsync(agents: 3);
        await floor.IsAsync(Presence.Ready, 1, 2, 3);

        for (var text = 0; text < 6; text++)
        {
            var customer = await floor.TextsAsync();
            await floor.EventuallyAsync(customer, interaction => interaction.Phase is Phase.Offered);
        }

        for (var place = 1; place <= 3; place++)
            Assert.Equal(2, (await floor.DeskAsync(place)).Stored.Desk.Load.Total);
    }

    [Fact]
    public async Task Whoever_declines_makes_room_and_the_next_is_asked()
    {
        await using var floor = await Floor.OpenAsync(agents: 2);
        await floor.IsAsync(Presence.Ready, 1);
        var customer = await floor.TextsAsync();
        var offered = await floor.OfferedAsync(customer, 1);
        await floor.IsAsync(Presence.Ready, 2);

        await floor.DoAsync(new DeclineOffer(offered.Id, floor.Agent(1)));

        await floor.OfferedAsync(customer, 2);
        Assert.Empty((await floor.DeskAsync(1)).Items);
        Assert.Equal(0, (await floor.DeskAsync(1)).Stored.Desk.Load.Total);
    }

    [Fact]
    public async Task Whoever_lets_an_offer_pass_gets_no_more_until_they_are_back()
    {
        await using var floor = await Floor.OpenAsync(queue: ""","offerForSeconds":1,"newRoundAfterSeconds":1""");
        await floor.IsAsync(Presence.Ready, 1);
        var customer = await floor.TextsAsync();
        await floor.OfferedAsync(customer, 1);

        await floor.EventuallyAsync(customer, interaction => interaction.Phase is Phase.Queued);
        await Driver.Eventually.Is(() => floor.DeskAsync(1), desk => desk is { Stored.Desk: { Presence: Presence.NotReady, Load.Total: 0 }, Items: [] });

        await floor.IsAsync(Presence.Ready, 1);
        await floor.OfferedAsync(customer, 1);
    }

    [Fact]
    public async Task In_a_queue_that_accepts_by_itself_they_have_it_at_once()
    {
        await using var floor = await Floor.OpenAsync(queue: ""","autoAccept":true""");
        await floor.IsAsync(Presence.Ready, 1);

        var customer = await floor.TextsAsync();

        var given = await floor.EventuallyAsync(customer, interaction => interaction.AssignedTo == floor.Agent(1));
        Assert.Equal(new Decision.Refused(Refusal.CannotDecline), await floor.DoAsync(new DeclineOffer(given.Id, floor.Agent(1))));
    }
}
