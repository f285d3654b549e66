using Interactions.Domain.Interactions;
using Interactions.Domain.Tests.Driver;
using Interactions.Domain.Values;

namespace Interactions.Domain.Tests.Situations;

public sealed class When_something_closed_is_rewritten
{
    private static readonly Amendment Everything =
        new() { ShortDescription = "Lost parcel", Disposition = new("refunded"), Outcome = Outcome.Unresolved, Tags = ["vip"] };

    private readonly Story _story = Given.AClosedInteraction().After(TimeSpan.FromDays(3));

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void What_is_said_about_it_changes_and_how_it_went_does_not(bool bySupervisor)
    {
        var before = _story.Interaction;

        var result = _story.On(_story.Amending(Everything, bySupervisor ? The.Supervisor : null));

        Assert.Equal(
            before with
            {
                ShortDescription = "Lost parcel",
                Disposition = "refunded",
                Outcome = Outcome.Unresolved,
                Tags = _story.Interaction.Tags,
                LastSequence = result.Entries[0].Sequence,
            },
            _story.Interaction);
        Assert.Equal(["vip"], _story.Interaction.Tags.AsEnumerable());
        Assert.Equal([nameof(Amended)], result.Facts);
        Assert.Equal(_story.Interaction, result.Change.Amended);
        Assert.Empty(result.Wakes);
        Assert.True(_story.On(_story.Amending(Everything)).IsNothing);
    }

    [Fact]
    public void History_is_told_of_another_outcome_and_of_nothing_else()
    {
        Assert.Empty(_story.On(_story.Amending(new Amendment { Tags = ["vip"] })).Touches);

        Assert.Equal(
            [new IndexTouch.History(_story.Interaction with { Outcome = Outcome.Unresolved, LastSequence = _story.Log.Count + 1 })],
            _story.On(_story.Amending(new Amendment { Outcome = Outcome.Unresolved })).Touches);
    }

    [Fact]
    public void Naming_what_is_so_already_does_no_harm()
    {
        Assert.Null(_story.On(_story.Amending(new Amendment { Tags = ["vip"], Priority = 0, Type = InteractionType.Messaging })).Refusal);
    }

    [Fact]
    public void What_is_open_beside_it_stays_as_it_is()
    {
        _story.Waiting().Active();
        var open = _story.Interaction;

        _story.Then(new Amend(The.Supervisor, _story.ClosedOnes[0].Id, Everything));

        Assert.Equal(open, _story.Interaction);
        Assert.Equal("refunded", _story.ClosedOnes[0].Disposition);
    }

    [Fact]
    public void What_the_customers_words_had_filled_is_somebodys_own_now()
    {
        var story = Given.AnInteractionInWrapUp();
        story.TimersAfter(TimeSpan.FromMinutes(2));
        Assert.True(story.Interaction.ShortDescriptionFilled);

        story.Then(story.Amending(new Amendment { Tags = ["vip"] }));
        Assert.True(story.Interaction.ShortDescriptionFilled);

        story.Then(story.Amending(new Amendment { ShortDescription = "Lost parcel" }));
        Assert.False(story.Interaction.ShortDescriptionFilled);
    }
}
