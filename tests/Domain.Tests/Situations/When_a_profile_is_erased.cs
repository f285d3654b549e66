using Interactions.Domain.Interactions;
using Interactions.Domain.Messages;
using Interactions.Domain.Tests.Driver;
using Interactions.Domain.Values;

namespace Interactions.Domain.Tests.Situations;

public sealed class When_a_profile_is_erased
{
    [Fact]
    public void The_conversation_knows_nobody_any_more_and_counts_on()
    {
        var story = Given.AClosedInteraction();
        var (sequence, ordinal) = (story.Conversation.NextSequence, story.Conversation.NextOrdinal);

        var result = story.On(new EraseProfile(The.Supervisor));

        Assert.Equal([nameof(ProfileErased)], result.Facts);
        Assert.Empty(result.Touched);
        Assert.Null(story.Conversation.Profile);
        Assert.Empty(story.Conversation.LastClosed);
        Assert.Equal((sequence - 1, ordinal), (story.Conversation.Erased!.UpTo, story.Conversation.Erased.Next));
        Assert.Equal((sequence + 1, ordinal), (story.Conversation.NextSequence, story.Conversation.NextOrdinal));
        Assert.True(story.Conversation.IsErasedWhole);
    }

    [Fact]
    public void Once_more_it_is_erased_already() =>
        Assert.True(Given.AClosedInteraction().Erased().On(new EraseProfile(The.Supervisor)).IsNothing);

    [Fact]
    public void What_came_since_it_was_decided_keeps_it()
    {
        var story = Given.AClosedInteraction();

        Assert.Equal(Refusal.Outdated, story.On(new EraseProfile(Actor.Timer, story.Conversation.NextSequence - 2)).Refusal);
        Assert.NotNull(story.Conversation.Profile);
    }

    [Fact]
    public void A_STOP_outlives_it()
    {
        var story = Given.AClosedInteraction().OptedOut().Erased();

        Assert.True(story.Conversation.HasOptedOutOf(The.Line));
        Assert.Null(story.Conversation.ConsentOn(The.Line)!.Word);
    }

    [Fact]
    public void Whoever_writes_again_is_somebody_new_and_the_directory_has_to_be_asked()
    {
        var story = Given.AClosedInteraction().Erased();

        story.Writes();

        Assert.Equal((The.Customer, true), (story.Conversation.Profile!.Address, story.Conversation.Profile.IsUnmatched));
        Assert.Null(story.Interaction.Parent);
        Assert.Null(story.Interaction.LastAgent);
        story.On(new MatchUsers(The.Customer, [The.User]));
        Assert.Equal((The.User, false), (story.Conversation.Profile.User!.Value, story.Conversation.Profile.IsUnmatched));
        Assert.True(story.On(new MatchUsers(The.Customer, [The.User])).IsNothing);
    }

    [Fact]
    public void The_directory_alone_brings_nobody_back()
    {
        var story = Given.AClosedInteraction().Erased();

        Assert.True(story.On(new MatchUsers(The.Customer, [The.User])).IsNothing);
        Assert.True(story.On(new DescribeUser(The.User, Traits.None)).IsNothing);
        Assert.Null(story.Conversation.Profile);
    }

    [Fact]
    public void Whom_nothing_closed_leads_to_is_written_down_to_be_found()
    {
        var story = Given.Nothing();

        Assert.Equal([nameof(IndexTouch.Heard)], story.Writes("STOP").Touched);
        Assert.DoesNotContain(nameof(IndexTouch.Heard), story.Writes("Hello").Touched);
    }
}
