using Interactions.Domain.Interactions;
using Interactions.Domain.Messages;
using Interactions.Domain.Tests.Driver;
using Interactions.Domain.Timers;
using Interactions.Domain.Values;

namespace Interactions.Domain.Tests.Situations;

public sealed class When_a_customer_is_awaited
{
    private static readonly TimeSpan Nudge = TimeSpan.FromHours(4);
    private static readonly TimeSpan Close = TimeSpan.FromHours(24);

    private static Story Awaited(string? nudge = "Are you still there?", bool answered = true)
    {
        var story = Given.AnActiveInteraction(queue => queue with { NudgeText = nudge, FirstResponseTarget = null });
        return (answered ? story.Answered() : story).OnHold();
    }

    [Fact]
    public void They_are_nudged_once_and_it_stays_as_it_is()
    {
        var story = Awaited();

        var result = story.TimersAfter(Nudge);

        var sent = result.The<MessageSent>();
        Assert.Equal(("Are you still there?", AutomaticText.Nudge), (sent.Message.Text, sent.Automatic));
        Assert.Single(result.Wakes.OfType<Wake.Send>());
        Assert.Equal((InteractionState.OnHold, StateReason.WaitingOnCustomer), (story.Interaction.State, story.Interaction.StateReason));
        Assert.True(story.FiresTimers().IsNothing);
        Assert.Empty(story.TimersAfter(Nudge).Sent);
    }

    [Fact]
    public void They_are_nudged_once_in_an_interaction_however_often_they_are_awaited()
    {
        var story = Awaited();
        story.TimersAfter(Nudge);
        story.Answered().OnHold();

        Assert.Empty(story.TimersAfter(Nudge).Sent);
        Assert.DoesNotContain(story.Timers, timer => timer.Due <= story.Now);
    }

    [Fact]
    public void Nobody_is_nudged_without_a_text_or_against_their_will()
    {
        Assert.Empty(Awaited(nudge: null).TimersAfter(Nudge).Sent);

        var story = Awaited().OptedOut();
        Assert.Empty(story.TimersAfter(Nudge).Sent);
    }

    [Fact]
    public void Whoever_says_STOP_does_not_end_the_hold()
    {
        var story = Awaited();

        var result = story.Writes("STOP");

        Assert.Equal((InteractionState.OnHold, 1), (story.Interaction.State, story.Interaction.Unread));
        Assert.Contains(story.Timers, timer => timer.Kind == TimerKind.CloseWaiting);
        Assert.Equal(story.Id, result.Entries.Single(entry => entry.Fact is ConsentChanged).Interaction);
    }

    [Fact]
    public void Nobody_is_nudged_so_late_that_it_closes_anyway()
    {
        var story = Awaited();

        var result = story.TimersAfter(Close);

        Assert.Empty(result.Sent);
        Assert.Equal([nameof(Closed)], result.Facts);
    }

    [Fact]
    public void A_nudge_does_not_put_off_the_end()
    {
        var story = Awaited();
        story.TimersAfter(Nudge);

        var result = story.TimersAfter(Close - Nudge);

        Assert.Equal([nameof(Closed)], result.Facts);
    }

    [Theory]
    [InlineData(true, InteractionState.ClosedComplete)]
    [InlineData(false, InteractionState.ClosedAbandoned)]
    public void In_the_end_it_is_closed_as_what_it_was(bool answered, InteractionState expected)
    {
        var story = Awaited(nudge: null, answered);

        Assert.DoesNotContain(nameof(Closed), story.TimersAfter(Close - TimeSpan.FromSeconds(1)).Facts);
        var result = story.TimersAfter(TimeSpan.FromSeconds(1));

        Assert.Equal((expected, Handling.Done, Actor.Timer, "timedOut"),
            (story.Interaction.State, story.Interaction.Handling, story.Interaction.ClosedBy, story.Interaction.Disposition));
        Assert.Equal(("Hello", true), (story.Interaction.ShortDescription, story.Interaction.ShortDescriptionFilled));
        Assert.Contains(new IndexTouch.Frees(The.Agent, story.Id, story.Conversation.Version, Missed: false), result.Touches);
    }

    [Fact]
    public void A_timer_that_comes_after_they_wrote_does_nothing()
    {
        var story = Awaited();
        story.After(TimeSpan.FromHours(3)).Writes();
        story.Answered();

        var result = story.TimersAfter(Close);

        Assert.Empty(result.Facts);
        Assert.Equal(InteractionState.WorkInProgress, story.Interaction.State);
    }
}
