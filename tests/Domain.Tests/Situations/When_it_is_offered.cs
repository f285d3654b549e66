using Interactions.Domain.Interactions;
using Interactions.Domain.Messages;
using Interactions.Domain.Tests.Driver;
using Interactions.Domain.Values;

namespace Interactions.Domain.Tests.Situations;

public sealed class When_it_is_offered
{
    [Fact]
    public void The_agent_is_asked_for_as_long_as_the_queue_allows()
    {
        var story = Given.AWaitingInteraction(queue => queue with { OfferFor = TimeSpan.FromSeconds(20) }).After(TimeSpan.FromSeconds(5));

        var result = story.On(new MakeOffer(story.Id, The.Support, The.Agent));

        var until = story.Now.AddSeconds(20);
        Assert.Equal((InteractionState.New, Handling.Offered), (story.Interaction.State, story.Interaction.Handling));
        Assert.Equal(new OfferMade(The.Agent, until), result.The<OfferMade>());
        Assert.Equal([new Wake.Timeout(story.Id, until, 2)], result.Wakes);
        Assert.Equal(
            [
                new IndexTouch.NoLongerWaiting(new WaitingPlace(The.Support, 0, The.Beginning, story.Id, 1)),
                new IndexTouch.Reserves(The.Agent, story.Interaction, 2, MustBeReady: true),
            ],
            result.Touches);
        Assert.Null(story.Interaction.AssignedTo);
        Assert.Equal(The.Agent, story.Interaction.Holder);
    }

    [Fact]
    public void The_same_offer_again_is_nothing_and_another_is_too_late()
    {
        var story = Given.AnOfferedInteraction();

        Assert.True(story.On(new MakeOffer(story.Id, The.Support, The.Agent)).IsNothing);
        Assert.Equal(Refusal.NotWaiting, story.On(new MakeOffer(story.Id, The.Support, The.Colleague)).Refusal);
    }

    [Fact]
    public void An_offer_made_for_another_queue_than_it_waits_in_by_now_does_not_count()
    {
        var story = Given.AWaitingInteraction();

        Assert.Equal(Refusal.NotWaiting, story.On(new MakeOffer(story.Id, The.Billing, The.Agent)).Refusal);
    }

    [Fact]
    public void Coming_back_to_the_queue_is_another_place_with_the_same_seniority()
    {
        var story = Given.AWaitingInteraction();
        var left = story.On(new MakeOffer(story.Id, The.Support, The.Agent)).Touches.OfType<IndexTouch.NoLongerWaiting>().Single().Place;

        var taken = story.On(new DeclineOffer(story.Id, The.Agent)).Touches.OfType<IndexTouch.Waiting>().Single().Place;

        Assert.NotEqual(left, taken);
        Assert.Equal(left, taken with { Version = left.Version });
    }

    [Fact]
    public void Whoever_declined_is_not_asked_again_by_an_offer_that_was_under_way()
    {
        var story = Given.AnOfferedInteraction();
        story.Then(new DeclineOffer(story.Id, The.Agent));

        Assert.Equal(Refusal.NotWaiting, story.On(new MakeOffer(story.Id, The.Support, The.Agent)).Refusal);
        Assert.Null(story.On(new MakeOffer(story.Id, The.Support, The.Colleague)).Refusal);
    }

    [Fact]
    public void Accepting_it_begins_the_work()
    {
        var story = Given.AnOfferedInteraction().After(TimeSpan.FromSeconds(10));

        var result = story.On(new AcceptOffer(story.Id, The.Agent));

        Assert.Equal((InteractionState.WorkInProgress, Handling.Active), (story.Interaction.State, story.Interaction.Handling));
        Assert.Equal((The.Agent, story.Now, The.Agent), (story.Interaction.AssignedTo, story.Interaction.AssignedAt, story.Interaction.LastAgent));
        Assert.Equal([nameof(OfferAccepted)], result.Facts);
        Assert.Equal([nameof(IndexTouch.Active), nameof(IndexTouch.Inbox)], result.Touched);
        Assert.True(story.On(new AcceptOffer(story.Id, The.Agent)).IsNothing);
        Assert.Null(story.Interaction.WaitTime);
    }

    [Fact]
    public void Only_the_agent_who_is_asked_may_answer()
    {
        var story = Given.AnOfferedInteraction();

        Assert.Equal(Refusal.NotOfferedToYou, story.On(new AcceptOffer(story.Id, The.Colleague)).Refusal);
        Assert.Equal(Refusal.NotOfferedToYou, story.On(new DeclineOffer(story.Id, The.Colleague)).Refusal);
        Assert.Equal(Refusal.NotWaiting, story.On(new Claim(story.Id, The.Colleague)).Refusal);
    }

    [Fact]
    public void Claiming_what_one_is_offered_takes_it()
    {
        var story = Given.AnOfferedInteraction();

        Assert.Equal([nameof(Claimed)], story.On(new Claim(story.Id, The.Agent)).Facts);
    }

    [Fact]
    public void Declining_it_puts_it_back_where_it_was_without_that_agent()
    {
        var story = Given.AWaitingInteraction();
        var place = story.Interaction.Place!;
        story.After(TimeSpan.FromSeconds(5)).Offered();

        var result = story.On(new DeclineOffer(story.Id, The.Agent));

        Assert.Equal((place.Since, place.Entered), (story.Interaction.Place!.Since, story.Interaction.Place.Entered));
        Assert.Equal([The.Agent], story.Interaction.Place.Excluded);
        Assert.Equal([nameof(OfferDeclined)], result.Facts);
        Assert.Equal(new Wake.Route(The.Support, story.Id, 3), result.Wake<Wake.Route>());
        Assert.Equal([nameof(IndexTouch.Active), nameof(IndexTouch.Waiting), nameof(IndexTouch.Frees)], result.Touched);
        Assert.True(story.On(new DeclineOffer(story.Id, The.Agent)).IsNothing);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Nobody_answers_in_time_and_it_goes_back_without_that_agent(bool notReady)
    {
        var story = Given.AnOfferedInteraction(queue => queue with { NotReadyAfterMissedOffer = notReady });

        Assert.True(story.TimersAfter(TimeSpan.FromSeconds(29)).IsNothing);
        var result = story.TimersAfter(TimeSpan.FromSeconds(1));

        Assert.Equal(new OfferTimedOut(The.Agent, notReady), result.The<OfferTimedOut>());
        Assert.Equal(Actor.Timer, result.Entries[0].By);
        Assert.Equal((Handling.Queued, The.Beginning), (story.Interaction.Handling, story.Interaction.Place!.Since));
        Assert.Equal([The.Agent], story.Interaction.Place.Excluded);
        Assert.Contains(new Wake.Route(The.Support, story.Id, 3), result.Wakes);
        Assert.Equal(new Wake.Serve(The.Agent, story.Id, 3, Missed: notReady), result.Wake<Wake.Serve>());
        Assert.True(story.FiresTimers().IsNothing);
    }

    [Fact]
    public void Whoever_answers_after_the_time_but_before_the_timer_still_gets_it()
    {
        var story = Given.AnOfferedInteraction().After(TimeSpan.FromMinutes(1));

        story.Then(new AcceptOffer(story.Id, The.Agent));

        Assert.DoesNotContain(nameof(OfferTimedOut), story.FiresTimers().Facts);
        Assert.Equal(The.Agent, story.Interaction.AssignedTo);
    }

    [Fact]
    public void Whoever_answers_after_the_timer_is_too_late()
    {
        var story = Given.AnOfferedInteraction();
        story.TimersAfter(TimeSpan.FromMinutes(1));

        Assert.Equal(Refusal.NotOfferedToYou, story.On(new AcceptOffer(story.Id, The.Agent)).Refusal);
        Assert.True(story.On(new DeclineOffer(story.Id, The.Agent)).IsNothing);
    }
}
