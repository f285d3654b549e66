using Interactions.Domain.Interactions;
using Interactions.Domain.Messages;
using Interactions.Domain.Tests.Driver;
using Interactions.Domain.Values;

namespace Interactions.Domain.Tests.Situations;

public sealed class When_it_is_ended
{
    private static readonly Actor Agent = Actor.Of(The.Agent);

    [Theory]
    [InlineData(Outcome.Resolved)]
    [InlineData(Outcome.Unresolved)]
    public void The_agent_wraps_up_with_that_outcome(Outcome outcome)
    {
        var story = Given.AnActiveInteraction().Answered();

        var result = story.On(new End(Agent, story.Id, outcome));

        Assert.Equal((InteractionState.WorkInProgress, Handling.WrapUp, outcome), (story.Interaction.State, story.Interaction.Handling, story.Interaction.Outcome));
        Assert.Equal(new Ended(outcome), result.The<Ended>());
        Assert.Equal([nameof(IndexTouch.Active), nameof(IndexTouch.Inbox)], result.Touched);
        Assert.True(story.On(new End(Agent, story.Id, outcome)).IsNothing);
    }

    [Fact]
    public void What_is_on_hold_is_ended_alike()
    {
        var story = Given.AnInteractionOnHold(StateReason.WaitingOnCustomer);

        Assert.Equal([nameof(Ended)], story.On(new End(Agent, story.Id, Outcome.Resolved)).Facts);
    }

    [Theory]
    [InlineData(Outcome.Resolved)]
    [InlineData(Outcome.Unresolved)]
    public void Without_a_wrap_up_it_is_closed_at_once(Outcome outcome)
    {
        var story = Given.AnActiveInteraction(queue => queue with { WrapUpFor = null }).Answered();
        var end = new End(Agent, story.Id, outcome) { ShortDescription = " Lost parcel " };

        var result = story.On(end);

        Assert.Equal([nameof(Ended), nameof(Closed)], result.Facts);
        Assert.Equal((InteractionState.ClosedComplete, Handling.Done, outcome, "Lost parcel"),
            (story.Interaction.State, story.Interaction.Handling, story.Interaction.Outcome, story.Interaction.ShortDescription));
        Assert.Equal((Agent, story.Now), (story.Interaction.ClosedBy, story.Interaction.ClosedAt));
        Assert.False(story.Interaction.ShortDescriptionFilled);
        Assert.Equal([nameof(IndexTouch.History), nameof(IndexTouch.NoLongerActive), nameof(IndexTouch.Frees)], result.Touched);
        Assert.True(story.On(end).IsNothing);
    }

    [Fact]
    public void Without_a_wrap_up_it_needs_its_description_now()
    {
        var story = Given.AnActiveInteraction(queue => queue with { WrapUpFor = null });

        Assert.Equal(Refusal.ShortDescriptionNeeded, story.On(new End(Agent, story.Id, Outcome.Resolved) { ShortDescription = " " }).Refusal);
    }

    [Fact]
    public void Unresolved_it_waits_again_where_the_queue_says_so()
    {
        var story = Given.AnActiveInteraction(queue => queue with { RequeueUnresolved = true }).Answered().After(TimeSpan.FromMinutes(5));
        var end = new End(Agent, story.Id, Outcome.Unresolved) { ShortDescription = "Needs a technician" };

        var result = story.On(end);

        Assert.Equal(new Requeued(The.Support, The.Agent, Outcome.Unresolved), result.The<Requeued>());
        Assert.Equal((InteractionState.New, Handling.Queued, Outcome.Unresolved), (story.Interaction.State, story.Interaction.Handling, story.Interaction.Outcome));
        Assert.Equal((story.Now, "Needs a technician"), (story.Interaction.Place!.Since, story.Interaction.ShortDescription));
        Assert.Equal([The.Agent], story.Interaction.Place.Excluded);
        Assert.Contains(result.Wakes, wake => wake is Wake.Route);
        Assert.True(story.On(end).IsNothing);
    }

    [Fact]
    public void Resolved_it_does_not()
    {
        var story = Given.AnActiveInteraction(queue => queue with { RequeueUnresolved = true }).InWrapUp();

        Assert.Equal(Handling.WrapUp, story.Interaction.Handling);
    }

    [Fact]
    public void Whoever_gets_it_next_begins_without_an_outcome()
    {
        var story = Given.AnActiveInteraction(queue => queue with { RequeueUnresolved = true }).InWrapUp(Outcome.Unresolved);

        story.Active(The.Colleague);

        Assert.Null(story.Interaction.Outcome);
    }
}
