using Interactions.Domain.Interactions;
using Interactions.Domain.Messages;
using Interactions.Domain.Tests.Driver;
using Interactions.Domain.Values;

namespace Interactions.Domain.Tests.Situations;

public sealed class When_nobody_takes_it
{
    private static readonly TimeSpan Day = TimeSpan.FromHours(24);

    [Fact]
    public void It_is_abandoned()
    {
        var story = Given.AWaitingInteraction(queue => queue with { FirstResponseTarget = null });

        Assert.True(story.TimersAfter(Day - TimeSpan.FromHours(23.5)).IsNothing);
        var result = story.TimersAfter(Day);

        Assert.Equal((InteractionState.ClosedAbandoned, Handling.Done), (story.Interaction.State, story.Interaction.Handling));
        Assert.Equal((Actor.Timer, story.Now, "timedOut"), (story.Interaction.ClosedBy, story.Interaction.ClosedAt, story.Interaction.Disposition));
        Assert.Equal([nameof(Closed)], result.Facts);
        Assert.Empty(result.Wakes);
        Assert.Equal([nameof(IndexTouch.History), nameof(IndexTouch.NoLongerActive), nameof(IndexTouch.NoLongerWaiting)], result.Touched);
        Assert.Equal([story.Interaction], result.Closed);
        Assert.Empty(story.Conversation.Active);
    }

    [Fact]
    public void An_offer_that_nobody_answers_ends_with_it()
    {
        var story = Given.AnOfferedInteraction(queue => queue with { AbandonAfter = TimeSpan.FromSeconds(20) });

        var result = story.TimersAfter(TimeSpan.FromSeconds(20));

        Assert.Equal([nameof(Closed)], result.Facts);
        Assert.Contains(new IndexTouch.Frees(The.Agent, story.Id, story.Conversation.Version, Missed: false), result.Touches);
    }

    [Fact]
    public void The_customer_is_told_where_there_is_a_text()
    {
        var story = Given.AWaitingInteraction(queue => queue with { AbandonedText = "Nobody was free, please write again" });

        var result = story.TimersAfter(Day);

        var sent = result.The<MessageSent>();
        Assert.Equal(("Nobody was free, please write again", AutomaticText.Abandoned, DeliveryState.Pending), (sent.Message.Text, sent.Automatic, sent.Delivery.State));
        var entry = result.Entries.Single(entry => entry.Fact == sent);
        Assert.Equal(Actor.System, entry.By);
        Assert.Equal(new Wake.Send(The.Profile, entry.Sequence, 2), result.Wake<Wake.Send>());
        Assert.Equal(nameof(Closed), result.Facts.Last());
    }

    [Fact]
    public void Whoever_opted_out_meanwhile_is_not()
    {
        var story = Given.AWaitingInteraction(queue => queue with { AbandonedText = "Sorry" }).OptedOut();

        var result = story.TimersAfter(Day);

        Assert.Empty(result.Sent);
        Assert.Equal(InteractionState.ClosedAbandoned, story.Interaction.State);
    }

    [Fact]
    public void The_customers_first_words_stand_for_a_description_and_are_marked()
    {
        var story = Given.Nothing();
        story.Writes("   ");
        story.Writes("  " + new string('a', 159) + "\U0001F600 and more  ");
        story.Writes("Hello?");

        story.TimersAfter(Day);

        Assert.Equal((new string('a', 159), true), (story.Interaction.ShortDescription, story.Interaction.ShortDescriptionFilled));
    }

    [Theory]
    [InlineData(159)]
    [InlineData(160)]
    [InlineData(161)]
    public void First_words_are_160_characters_at_most(int length)
    {
        var story = Given.Nothing();
        story.Writes(new string('x', length));

        story.TimersAfter(Day);

        Assert.Equal(Math.Min(length, 160), story.Interaction.ShortDescription.Length);
    }
}
