using Interactions.Domain.Interactions;
using Interactions.Domain.Messages;
using Interactions.Domain.Tests.Driver;
using Interactions.Domain.Values;

namespace Interactions.Domain.Tests.Situations;

public sealed class When_a_customer_writes_again
{
    [Fact]
    public void It_joins_what_waits_without_waking_anybody()
    {
        var story = Given.AWaitingInteraction().After(TimeSpan.FromMinutes(1));

        var result = story.Writes("Anybody there?");

        Assert.Equal([nameof(MessageReceived)], result.Facts);
        Assert.Empty(result.Wakes);
        Assert.Empty(result.Touches);
        Assert.Equal((2, 3L, The.Beginning), (story.Interaction.Unread, story.Interaction.LastHeard, story.Interaction.UnansweredSince));
    }

    [Fact]
    public void An_offer_stays_an_offer()
    {
        var story = Given.AnOfferedInteraction();

        var result = story.Writes();

        Assert.IsType<Phase.Offered>(story.Phase);
        Assert.Empty(result.Wakes);
    }

    [Fact]
    public void The_agent_has_one_more_to_read()
    {
        var story = Given.AnActiveInteraction().Answered();

        var result = story.Writes();

        Assert.Equal((InteractionState.WorkInProgress, 1), (story.Interaction.State, story.Interaction.Unread));
        Assert.Equal([nameof(IndexTouch.Inbox)], result.Touched);
        Assert.Empty(story.Writes().Touches);
        Assert.Equal(2, story.Interaction.Unread);
    }

    [Fact]
    public void The_clock_of_silence_runs_from_the_first_unanswered_message()
    {
        var story = Given.AnActiveInteraction().Answered().After(TimeSpan.FromMinutes(10));

        story.Writes();
        story.After(TimeSpan.FromMinutes(5)).Writes();

        Assert.Equal(The.Beginning.AddMinutes(10), story.Interaction.UnansweredSince);
        Assert.Contains(story.Timers, timer => timer.Due == The.Beginning.AddMinutes(25));
    }

    [Fact]
    public void Its_kind_follows_the_message_and_that_is_logged()
    {
        var story = Given.AWaitingInteraction();

        var result = story.Writes(channel: Channel.WhatsApp);

        Assert.Equal([nameof(MessageReceived), nameof(TypeChanged)], result.Facts);
        Assert.Equal(Channel.WhatsApp, story.Interaction.Channel);
        Assert.Equal(new TypeChanged(InteractionType.Messaging, Channel.WhatsApp), result.The<TypeChanged>());
    }

    [Fact]
    public void A_call_becomes_a_conversation_in_writing()
    {
        var story = Given.ACall();

        var result = story.Writes();

        Assert.Equal(new TypeChanged(InteractionType.Messaging, Channel.Sms), result.The<TypeChanged>());
        Assert.Equal((InteractionType.Messaging, 1), (story.Interaction.Type, story.Interaction.Unread));
        Assert.Contains(nameof(IndexTouch.Active), result.Touched);
    }

    [Theory]
    [InlineData(StateReason.WaitingOnCustomer, InteractionState.WorkInProgress)]
    [InlineData(StateReason.WaitingInternal, InteractionState.OnHold)]
    public void Only_who_waited_for_the_customer_takes_it_up_again(StateReason reason, InteractionState expected)
    {
        var story = Given.AnInteractionOnHold(reason);

        var result = story.Writes();

        Assert.Equal(expected, story.Interaction.State);
        Assert.Equal(expected == InteractionState.WorkInProgress, result.Facts.Contains(nameof(Resumed)));
        Assert.Equal(The.Agent, story.Interaction.AssignedTo);
    }

    [Fact]
    public void A_wrap_up_is_interrupted_and_the_same_agent_goes_on()
    {
        var story = Given.AnInteractionInWrapUp();

        var result = story.Writes("One more thing");

        Assert.Equal([nameof(MessageReceived), nameof(WrapUpInterrupted)], result.Facts);
        Assert.Equal((InteractionState.WorkInProgress, Handling.Active, The.Agent), (story.Interaction.State, story.Interaction.Handling, story.Interaction.AssignedTo));
        Assert.Null(story.Interaction.Outcome);
        Assert.True(story.TimersAfter(TimeSpan.FromMinutes(3)).Closed.Count == 0);
    }
}
