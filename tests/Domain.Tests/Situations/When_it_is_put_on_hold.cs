using Interactions.Domain.Interactions;
using Interactions.Domain.Messages;
using Interactions.Domain.Tests.Driver;
using Interactions.Domain.Values;

namespace Interactions.Domain.Tests.Situations;

public sealed class When_it_is_put_on_hold
{
    [Theory]
    [InlineData(StateReason.WaitingOnCustomer)]
    [InlineData(StateReason.WaitingInternal)]
    public void It_stays_with_its_agent_for_that_reason(StateReason reason)
    {
        var story = Given.AnActiveInteraction().Answered();

        var result = story.On(new Hold(Actor.Of(The.Agent), story.Id, reason));

        Assert.Equal((InteractionState.OnHold, Handling.Active, reason, The.Agent),
            (story.Interaction.State, story.Interaction.Handling, story.Interaction.StateReason!.Value, story.Interaction.AssignedTo));
        Assert.Equal(new PutOnHold(reason), result.The<PutOnHold>());
        Assert.Equal([nameof(IndexTouch.Active), nameof(IndexTouch.Inbox)], result.Touched);
        Assert.True(story.On(new Hold(Actor.Of(The.Agent), story.Id, reason)).IsNothing);
    }

    [Fact]
    public void The_reason_may_change()
    {
        var story = Given.AnInteractionOnHold(StateReason.WaitingOnCustomer);

        Assert.Equal([nameof(PutOnHold)], story.On(new Hold(Actor.Of(The.Agent), story.Id, StateReason.WaitingInternal)).Facts);
        Assert.Equal(StateReason.WaitingInternal, story.Interaction.StateReason);
    }

    [Fact]
    public void A_call_is_held_without_a_reason()
    {
        var story = Given.ACall().OnHold(reason: null);

        Assert.Equal(InteractionState.OnHold, story.Interaction.State);
        Assert.Null(story.Interaction.StateReason);
        Assert.Equal([nameof(HoldLimitReached)], story.TimersAfter(TimeSpan.FromMinutes(30)).Facts);
    }

    [Fact]
    public void Its_agent_takes_it_up_again()
    {
        var story = Given.AnInteractionOnHold(StateReason.WaitingInternal);

        var result = story.On(new Resume(Actor.Of(The.Agent), story.Id));

        Assert.Equal([nameof(Resumed)], result.Facts);
        Assert.Equal((InteractionState.WorkInProgress, Handling.Active), (story.Interaction.State, story.Interaction.Handling));
        Assert.True(story.On(new Resume(Actor.Of(The.Agent), story.Id)).IsNothing);
    }

    [Fact]
    public void A_supervisor_may_do_it_for_them()
    {
        var story = Given.AnActiveInteraction();

        Assert.Null(story.On(new Hold(The.Supervisor, story.Id, StateReason.WaitingInternal)).Refusal);
        Assert.Null(story.On(new Resume(The.Supervisor, story.Id)).Refusal);
        Assert.Equal(The.Agent, story.Interaction.AssignedTo);
    }

    [Fact]
    public void Too_long_it_is_taken_up_again_and_the_agent_is_told()
    {
        var story = Given.AnInteractionOnHold(StateReason.WaitingInternal);

        Assert.DoesNotContain(nameof(HoldLimitReached), story.TimersAfter(TimeSpan.FromMinutes(29)).Facts);
        var result = story.TimersAfter(TimeSpan.FromMinutes(1));

        Assert.Equal([nameof(HoldLimitReached)], result.Facts);
        Assert.Equal((InteractionState.WorkInProgress, The.Agent), (story.Interaction.State, story.Interaction.AssignedTo));
        Assert.Contains(nameof(IndexTouch.Inbox), result.Touched);
    }

    [Fact]
    public void A_limit_that_passed_after_it_was_taken_up_does_nothing()
    {
        var story = Given.AnInteractionOnHold(StateReason.WaitingInternal);
        story.After(TimeSpan.FromMinutes(29)).Answered();

        Assert.DoesNotContain(nameof(HoldLimitReached), story.TimersAfter(TimeSpan.FromMinutes(1)).Facts);
    }
}
