using Interactions.Domain.Interactions;
using Interactions.Domain.Messages;
using Interactions.Domain.Tests.Driver;
using Interactions.Domain.Values;

namespace Interactions.Domain.Tests.Situations;

public sealed class When_time_is_counted
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    [Fact]
    public void Working_and_wrapping_up_count_and_holding_and_waiting_do_not()
    {
        var story = Given.AWaitingInteraction().After(7 * Minute).Active().After(2 * Minute).Answered().After(Minute).OnHold().After(10 * Minute);
        Assert.Equal(3 * Minute, story.Interaction.DurationAt(story.Now));

        story.Then(new Resume(Actor.Of(The.Agent), story.Id)).After(Minute);
        Assert.Equal(4 * Minute, story.Interaction.DurationAt(story.Now));

        story.InWrapUp().After(Minute).Closed();
        Assert.Equal(5 * Minute, story.Interaction.Duration);
        Assert.Equal(5 * Minute, story.After(Minute).Interaction.DurationAt(story.Now));
    }

    [Fact]
    public void A_reply_that_ends_a_hold_does_not_count_the_hold()
    {
        var story = Given.AnActiveInteraction().After(Minute).OnHold().After(10 * Minute).Answered().After(Minute).InWrapUp();

        Assert.Equal(2 * Minute, story.Interaction.Duration);
    }

    [Fact]
    public void It_goes_on_counting_with_the_next_agent()
    {
        var story = Given.AnActiveInteraction().After(2 * Minute);

        story.Then(new Assign(The.Supervisor, story.Id, The.Colleague, Forced: true)).After(3 * Minute).InWrapUp();

        Assert.Equal(5 * Minute, story.Interaction.Duration);
    }

    [Fact]
    public void A_clock_that_is_behind_takes_nothing_away()
    {
        var story = Given.AWaitingInteraction().After(-Minute).Active().After(-Minute).Answered().After(-Minute).InWrapUp();

        Assert.Equal((TimeSpan.Zero, TimeSpan.Zero), (story.Interaction.WaitTime, story.Interaction.Duration));
    }
}
