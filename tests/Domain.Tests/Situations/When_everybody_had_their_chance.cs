using Interactions.Domain.Interactions;
using Interactions.Domain.Messages;
using Interactions.Domain.Tests.Driver;
using Interactions.Domain.Values;

namespace Interactions.Domain.Tests.Situations;

public sealed class When_everybody_had_their_chance
{
    private static readonly AgentId[] Nobody = [];

    [Fact]
    public void The_round_begins_anew_with_its_seniority()
    {
        var story = Refused(Given.AWaitingInteraction());

        var result = story.On(new StartNewRound(story.Id));

        Assert.Equal([nameof(NewRoundStarted)], result.Facts);
        Assert.Equal(Nobody, story.Interaction.Place!.Excluded);
        Assert.Equal(The.Beginning, story.Interaction.Place.Since);
        Assert.Equal(The.Support, result.Wake<Wake.Route>().Queue);
        Assert.True(story.On(new StartNewRound(story.Id)).IsNothing);
    }

    [Fact]
    public void It_overflows_where_the_queue_says_to()
    {
        var story = Refused(Given.AWaitingInteraction(queue => queue with { OverflowTo = The.Billing }));

        var result = story.On(new StartNewRound(story.Id));

        Assert.Equal([nameof(NewRoundStarted), nameof(Overflowed)], result.Facts);
        Assert.Equal((The.Billing, The.Beginning, story.Now), (story.Interaction.Queue, story.Interaction.Place!.Since, story.Interaction.Place.Entered));
        Assert.Equal(Nobody, story.Interaction.Place.Excluded);
        Assert.Equal(The.Billing, result.Wake<Wake.Route>().Queue);
    }

    [Fact]
    public void Whoever_could_not_be_asked_anyway_is_not_waited_for()
    {
        var story = Given.SomethingForTheAgentAlone(queue => queue with { OverflowTo = The.Billing }).Offered();
        story.Then(new DeclineOffer(story.Id, The.Agent));

        Assert.Equal([nameof(NewRoundStarted), nameof(Overflowed)], story.On(new StartNewRound(story.Id)).Facts);
    }

    [Fact]
    public void Whoever_joined_the_queue_meanwhile_has_theirs_first()
    {
        var story = Refused(Given.AWaitingInteraction(queue => queue with { OverflowTo = The.Billing }));
        story.Policy = Configured.With(queue => queue with { OverflowTo = The.Billing, Members = queue.Members.Add(The.Stranger) });

        Assert.True(story.On(new StartNewRound(story.Id)).IsNothing);
        Assert.Equal((The.Support, 2), (story.Interaction.Queue, story.Interaction.Place!.Excluded.Count));
    }

    [Fact]
    public void As_long_as_somebody_is_left_the_router_begins_no_round()
    {
        var story = Given.AnOfferedInteraction();
        story.Then(new DeclineOffer(story.Id, The.Agent));

        Assert.True(story.On(new StartNewRound(story.Id)).IsNothing);
        Assert.Equal([The.Agent], story.Interaction.Place!.Excluded);
    }

    [Fact]
    public void Nothing_is_begun_anew_where_it_was_taken_meanwhile()
    {
        var story = Refused(Given.AWaitingInteraction());
        story.Active(The.Colleague);

        Assert.True(story.On(new StartNewRound(story.Id)).IsNothing);
        Assert.Equal(The.Colleague, story.Interaction.AssignedTo);
    }

    private static Story Refused(Story story) => story
        .Offered().Then(new DeclineOffer(story.Id, The.Agent))
        .Offered(The.Colleague).Then(new DeclineOffer(story.Id, The.Colleague));
}
