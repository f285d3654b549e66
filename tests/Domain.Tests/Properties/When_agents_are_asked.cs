using Interactions.Domain.Interactions;
using Interactions.Domain.Timers;

namespace Interactions.Domain.Tests.Properties;

public sealed class When_agents_are_asked
{
    [Fact]
    public void Nobody_gets_an_offer_out_of_a_queue_they_do_not_serve() => Always.Holds(world =>
        Assert.All(Offers(world), offer =>
        {
            var asked = world.Conversation.Find(offer.Interaction!.Value)!;
            Assert.True(world.Policy.CanServe(((OfferMade)offer.Fact).Agent, asked.Queue, asked.Skills));
        }));

    [Fact]
    public void The_router_asks_nobody_who_had_their_chance() => Always.Holds(world =>
        Assert.All(Offers(world), offer =>
        {
            if (world.Latest is MakeOffer order)
                Assert.DoesNotContain(order.Agent, world.Result.Before.Find(order.Id)!.Place!.Excluded);
        }));

    [Fact]
    public void Where_who_is_asked_has_it_nothing_is_ever_just_offered_and_nobody_declines() => Always.Holds(world =>
    {
        Assert.All(world.Conversation.Active, interaction =>
            Assert.False(interaction.Phase is Phase.Offered && world.Policy.For(interaction.Queue).AutoAccept));
        if (world.Latest is not DeclineOffer order || world.Result.Before.Find(order.Id) is not { } before || !world.Policy.For(before.Queue).AutoAccept)
            return;
        Assert.IsNotType<Decision.Changed>(world.Result.Decision);
        if (before.AssignedTo == order.Agent)
            Assert.Equal(Refusal.CannotDecline, world.Result.Refusal);
    });

    [Fact]
    public void Whoever_waits_while_somebody_refused_is_asked_for_anew_in_time() => Always.Holds(world =>
        Assert.All(world.Conversation.Active, interaction =>
        {
            if (interaction.Phase is not Phase.Queued queued)
                return;
            var round = world.Timers(interaction).SingleOrDefault(timer => timer.Kind == TimerKind.NewRound);
            Assert.Equal(queued.Place.Excluded.IsEmpty, queued.Place.RefusedAt is null);
            Assert.Equal(queued.Place.RefusedAt + world.Policy.For(interaction.Queue).NewRoundAfter, round?.Due);
        }));

    [Fact]
    public void A_new_round_moves_on_only_who_was_refused_by_everybody() => Always.Holds(world =>
        Assert.All(world.Result.Entries.Where(entry => entry.Fact is NewRoundStarted), entry =>
        {
            var before = world.Result.Before.Find(entry.Interaction!.Value)!;
            var next = world.Result.Entries.FirstOrDefault(other => other.Interaction == before.Id && other.Sequence > entry.Sequence);
            var policy = world.Policy.For(before.Queue);
            if (next?.Fact is Overflowed && policy.OverflowAfter is null)
                Assert.All(policy.Members.Where(member => world.Policy.CanServe(member, before.Queue, before.Skills)), member => Assert.Contains(member, before.Place!.Excluded));
        }));

    private static IEnumerable<LogEntry> Offers(World world) => world.Result.Entries.Where(entry => entry.Fact is OfferMade);
}
