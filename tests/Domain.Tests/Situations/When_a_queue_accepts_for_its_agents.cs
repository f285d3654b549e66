using Interactions.Domain.Interactions;
using Interactions.Domain.Policies;
using Interactions.Domain.Tests.Driver;
using Interactions.Domain.Values;

namespace Interactions.Domain.Tests.Situations;

public sealed class When_a_queue_accepts_for_its_agents
{
    [Fact]
    public void Whoever_is_asked_has_it()
    {
        var story = Given.AWaitingInteraction(Accepting).After(TimeSpan.FromSeconds(5));
        var order = new MakeOffer(story.Id, The.Support, The.Agent);

        var result = story.On(order);

        Assert.Equal([nameof(OfferMade), nameof(OfferAccepted)], result.Facts);
        Assert.Equal((InteractionState.WorkInProgress, Handling.Active, The.Agent), (story.Interaction.State, story.Interaction.Handling, story.Interaction.AssignedTo));
        Assert.Equal((story.Now, The.Agent), (story.Interaction.AssignedAt, story.Interaction.LastAgent));
        Assert.Equal([nameof(IndexTouch.Active), nameof(IndexTouch.NoLongerWaiting), nameof(IndexTouch.Reserves)], result.Touched);
        Assert.Contains(new IndexTouch.Reserves(The.Agent, story.Interaction, 2, MustBeReady: true), result.Touches);
        Assert.Empty(result.Wakes.OfType<Wake.Serve>());
        Assert.True(story.On(order).IsNothing);
    }

    [Fact]
    public void Nobody_else_is_asked_any_more()
    {
        var story = Given.AWaitingInteraction(Accepting).Offered();

        Assert.Equal(Refusal.NotWaiting, story.On(new MakeOffer(story.Id, The.Support, The.Colleague)).Refusal);
    }

    [Fact]
    public void They_cannot_decline()
    {
        var story = Given.AWaitingInteraction(Accepting).Offered();

        Assert.Equal(Refusal.CannotDecline, story.On(new DeclineOffer(story.Id, The.Agent)).Refusal);
        Assert.Equal(Refusal.NotOfferedToYou, story.On(new DeclineOffer(story.Id, The.Colleague)).Refusal);
        Assert.True(story.On(new AcceptOffer(story.Id, The.Agent)).IsNothing);
    }

    [Fact]
    public void No_offer_passes()
    {
        var story = Given.AWaitingInteraction(Accepting).Offered();

        Assert.Empty(story.TimersAfter(TimeSpan.FromMinutes(1)).Facts);
        Assert.Equal(The.Agent, story.Interaction.AssignedTo);
    }

    [Fact]
    public void A_colleague_to_whom_it_is_handed_has_it()
    {
        var story = Given.AWaitingInteraction(Accepting).Offered();
        var order = new TransferToAgent(Actor.Of(The.Agent), story.Id, The.Colleague, "Yours");

        var result = story.On(order);

        Assert.Equal([nameof(TransferredToAgent), nameof(OfferMade), nameof(OfferAccepted)], result.Facts);
        Assert.Equal((Handling.Active, The.Colleague), (story.Interaction.Handling, story.Interaction.AssignedTo));
        Assert.Equal([nameof(IndexTouch.Active), nameof(IndexTouch.Reserves), nameof(IndexTouch.Frees)], result.Touched);
        Assert.Contains(new IndexTouch.Reserves(The.Colleague, story.Interaction, 3, MustBeReady: true), result.Touches);
        Assert.Equal([new Wake.Serve(The.Agent, story.Id, 3)], result.Wakes.OfType<Wake.Serve>());
        Assert.True(story.On(order).IsNothing);
    }

    [Theory]
    [InlineData(false, new[] { nameof(Assigned), nameof(OfferMade), nameof(OfferAccepted) })]
    [InlineData(true, new[] { nameof(Assigned) })]
    public void Whomever_a_supervisor_chooses_has_it_and_need_be_ready_only_where_they_are_asked(bool forced, string[] facts)
    {
        var story = Given.AWaitingInteraction(Accepting);
        var order = new Assign(The.Supervisor, story.Id, The.Agent, forced);

        var result = story.On(order);

        Assert.Equal(facts, result.Facts);
        Assert.Equal((Handling.Active, The.Agent), (story.Interaction.Handling, story.Interaction.AssignedTo));
        Assert.Contains(new IndexTouch.Reserves(The.Agent, story.Interaction, 2, MustBeReady: !forced), result.Touches);
        Assert.True(story.On(order).IsNothing);
    }

    [Fact]
    public void A_call_is_answered_by_being_given_away()
    {
        var story = Given.ACall(Accepting);
        story.Then(new TransferToQueue(Actor.Of(The.Agent), story.Id, The.Support)).After(TimeSpan.FromSeconds(3));

        story.Offered(The.Colleague);

        Assert.Equal((The.Colleague, TimeSpan.Zero), (story.Interaction.AssignedTo, story.Interaction.WaitTime));
    }

    [Fact]
    public void Whoever_was_only_asked_before_it_did_may_still_decline()
    {
        var story = Given.AnOfferedInteraction();
        story.Policy = Configured.With(Accepting);

        Assert.Equal([nameof(OfferDeclined)], story.On(new DeclineOffer(story.Id, The.Agent)).Facts);
    }

    private static QueuePolicy Accepting(QueuePolicy queue) => queue with { AutoAccept = true };
}
