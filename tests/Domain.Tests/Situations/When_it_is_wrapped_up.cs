using Interactions.Domain.Interactions;
using Interactions.Domain.Messages;
using Interactions.Domain.Tests.Driver;
using Interactions.Domain.Values;

namespace Interactions.Domain.Tests.Situations;

public sealed class When_it_is_wrapped_up
{
    private static readonly Actor Agent = Actor.Of(The.Agent);

    [Fact]
    public void It_is_closed_with_what_the_agent_wrote()
    {
        var story = Given.AnInteractionInWrapUp().After(TimeSpan.FromMinutes(1));

        var result = story.On(new Wrap(Agent, story.Id, " Lost parcel ", "refunded"));

        Assert.Equal((InteractionState.ClosedComplete, Handling.Done), (story.Interaction.State, story.Interaction.Handling));
        Assert.Equal(("Lost parcel", "refunded", false), (story.Interaction.ShortDescription, story.Interaction.Disposition, story.Interaction.ShortDescriptionFilled));
        Assert.Equal((Agent, story.Now, Outcome.Resolved), (story.Interaction.ClosedBy, story.Interaction.ClosedAt, story.Interaction.Outcome));
        Assert.Equal(new Closed(false, "refunded", "Lost parcel"), result.The<Closed>());
        Assert.Equal([nameof(IndexTouch.History), nameof(IndexTouch.NoLongerActive), nameof(IndexTouch.Frees)], result.Touched);
        Assert.Equal([new Wake.Serve(The.Agent, story.Id, story.Conversation.Version)], result.Wakes);
    }

    [Fact]
    public void What_is_remembered_of_it_is_where_and_with_whom_it_ended()
    {
        var story = Given.AClosedInteraction();

        Assert.Equal(new ClosedSummary(story.Id, The.Line, The.Support, The.Agent, story.Now), Assert.Single(story.Conversation.LastClosed));

        story.Waiting().Active(The.Colleague).InWrapUp().Closed();
        Assert.Equal([(2, The.Colleague)], story.Conversation.LastClosed.Select(closed => (closed.Id.Ordinal, closed.Agent!.Value)));
    }

    [Fact]
    public void Whoever_says_STOP_meanwhile_does_not_interrupt_it()
    {
        var story = Given.AnInteractionInWrapUp();

        story.Writes("STOP");

        Assert.Equal((Handling.WrapUp, 1), (story.Interaction.Handling, story.Interaction.Unread));
    }

    [Fact]
    public void Too_slow_the_timer_does_it()
    {
        var story = Given.AnInteractionInWrapUp();

        Assert.DoesNotContain(nameof(Closed), story.TimersAfter(TimeSpan.FromSeconds(119)).Facts);
        story.TimersAfter(TimeSpan.FromSeconds(1));

        Assert.Equal((InteractionState.ClosedComplete, Handling.Done, "timedOut", Actor.Timer),
            (story.Interaction.State, story.Interaction.Handling, story.Interaction.Disposition, story.Interaction.ClosedBy));
        Assert.Equal(("Hello", true), (story.Interaction.ShortDescription, story.Interaction.ShortDescriptionFilled));
    }

    [Fact]
    public void Whoever_is_late_gets_no_reproach_and_what_they_say_counts()
    {
        var story = Given.AnInteractionInWrapUp();
        story.TimersAfter(TimeSpan.FromMinutes(2));
        var closed = story.Interaction;

        Assert.True(story.On(new Wrap(Agent, story.Id, null, null)).IsNothing);
        Assert.True(story.On(new End(Agent, story.Id, Outcome.Resolved)).IsNothing);
        Assert.True(story.FiresTimers().IsNothing);
        Assert.Equal(Refusal.Closed, story.On(new Wrap(Actor.Of(The.Colleague), story.Id, "Mine", null)).Refusal);
        Assert.Equal(Refusal.Closed, story.On(new End(Agent, story.Id, Outcome.Unresolved)).Refusal);
        Assert.Equal([closed], story.ClosedOnes);
        Assert.Equal([nameof(Amended)], story.On(new Wrap(Agent, story.Id, "Late", "found")).Facts);
        Assert.True(story.On(new Wrap(Agent, story.Id, "Late", "found")).IsNothing);
    }

    [Fact]
    public void A_description_written_over_a_filled_one_is_somebodys_own()
    {
        var story = Given.AnInteractionInWrapUp();
        story.TimersAfter(TimeSpan.FromMinutes(2));
        story.Then(new ReopenInteraction(Agent, story.Interaction.Id)).InWrapUp();
        Assert.True(story.Interaction.ShortDescriptionFilled);

        story.Closed("Lost parcel");

        Assert.Equal(("Lost parcel", false), (story.Interaction.ShortDescription, story.Interaction.ShortDescriptionFilled));
    }

    [Fact]
    public void A_filled_one_that_nobody_wrote_over_stays_marked()
    {
        var story = Given.AnInteractionInWrapUp();
        story.TimersAfter(TimeSpan.FromMinutes(2));
        story.Then(new ReopenInteraction(Agent, story.Interaction.Id)).InWrapUp();

        story.Then(new Wrap(Agent, story.Id, null, "done"));

        Assert.Equal(("Hello", true), (story.Interaction.ShortDescription, story.Interaction.ShortDescriptionFilled));
    }
}
