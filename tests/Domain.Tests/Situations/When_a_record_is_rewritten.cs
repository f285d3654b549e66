using Interactions.Domain.Interactions;
using Interactions.Domain.Tests.Driver;
using Interactions.Domain.Values;

namespace Interactions.Domain.Tests.Situations;

public sealed class When_a_record_is_rewritten
{
    private static readonly Actor Colleague = Actor.Of(The.Colleague);

    [Fact]
    public void What_changed_is_logged_with_what_it_was_and_nothing_else_is()
    {
        var story = Given.AnActiveInteraction().Then(Given.AnActiveInteraction().Amending(new Amendment { Tags = ["parcel", "late"] }));

        var result = story.On(story.Amending(new Amendment
        {
            ShortDescription = " Lost parcel ",
            Priority = 7,
            Tags = ["late", "vip"],
            Language = new("pt"),
            Disposition = new("refunded"),
        }));

        Assert.Equal(
            [
                new("shortDescription", "", "Lost parcel"), new("priority", "0", "7"), new("language", null, "pt"),
                new("disposition", null, "refunded"), new("tags", "parcel", null), new("tags", null, "vip"),
            ],
            result.The<Amended>().Changes.AsEnumerable());
        var interaction = story.Interaction;
        Assert.Equal(("Lost parcel", 7, "pt", "refunded"), (interaction.ShortDescription, interaction.Priority, interaction.Language, interaction.Disposition));
        Assert.Equal(["late", "vip"], interaction.Tags.AsEnumerable());
    }

    [Fact]
    public void What_is_so_already_is_no_change()
    {
        var story = Given.AnActiveInteraction().Described();
        story.Then(story.Amending(new Amendment { Tags = ["a", "b"] }));

        Assert.True(story.On(story.Amending(new Amendment { ShortDescription = "Lost parcel ", Tags = ["b", "a"], Priority = 0, Type = InteractionType.Messaging })).IsNothing);
        Assert.True(story.On(story.Amending(new Amendment())).IsNothing);
    }

    [Fact]
    public void What_was_said_can_be_taken_back()
    {
        var story = Given.AnActiveInteraction().Described();
        story.Then(story.Amending(new Amendment { Language = new("pt"), Disposition = new("refunded") }));

        story.Then(story.Amending(new Amendment { Language = new(null), Disposition = new(null), ShortDescription = "" }));

        Assert.Equal((null, null, ""), (story.Interaction.Language, story.Interaction.Disposition, story.Interaction.ShortDescription));
    }

    [Fact]
    public void Who_waits_moves_to_the_place_of_the_new_priority()
    {
        var story = Given.AWaitingInteraction();
        var before = ((Phase.Queued)story.Phase).Place;

        var result = story.On(story.Amending(new Amendment { Priority = 5 }, Colleague));

        var place = ((Phase.Queued)story.Phase).Place;
        Assert.Equal((before.Since, 2L), (place.Since, place.Version));
        Assert.Contains(new IndexTouch.Waiting(new(The.Support, 5, place.Since, story.Id, 2), story.Interaction, 2), result.Touches);
        Assert.Contains(new IndexTouch.NoLongerWaiting(new(The.Support, 0, before.Since, story.Id, before.Version)), result.Touches);
        Assert.Contains(nameof(IndexTouch.Active), result.Touched);
    }

    [Fact]
    public void Whoever_has_it_sees_its_priority_on_their_desk() =>
        Assert.Contains(nameof(IndexTouch.Inbox), Given.AnActiveInteraction() is var story ? story.On(story.Amending(new Amendment { Priority = 5 }, The.Supervisor)).Touched : []);

    [Fact]
    public void A_disposition_that_somebody_wrote_stays_when_it_closes()
    {
        var story = Given.AnInteractionInWrapUp();
        story.Then(story.Amending(new Amendment { Disposition = new("refunded"), Outcome = Outcome.Unresolved }));

        story.TimersAfter(TimeSpan.FromMinutes(2));

        Assert.Equal(("refunded", Outcome.Unresolved), (story.Interaction.Disposition, story.Interaction.Outcome));
    }

    [Fact]
    public void A_disposition_that_comes_with_the_wrapping_is_the_last_word()
    {
        var story = Given.AnInteractionInWrapUp();
        story.Then(story.Amending(new Amendment { Disposition = new("refunded") }));

        story.Closed();

        Assert.Equal("answered", story.Interaction.Disposition);
    }
}
