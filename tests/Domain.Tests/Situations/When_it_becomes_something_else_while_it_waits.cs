using Interactions.Domain.Interactions;
using Interactions.Domain.Messages;
using Interactions.Domain.Tests.Driver;
using Interactions.Domain.Values;

namespace Interactions.Domain.Tests.Situations;

public sealed class When_it_becomes_something_else_while_it_waits
{
    [Fact]
    public void Those_who_look_for_agents_with_room_for_that_are_told_and_nobody_loses_their_turn()
    {
        var story = Given.ACall();
        var waits = story.On(new TransferToQueue(Actor.Of(The.Agent), story.Id, The.Billing)).Touches.OfType<IndexTouch.Waiting>().Single();

        var result = story.Writes("I had to hang up");

        Assert.Equal(InteractionType.Messaging, story.Interaction.Type);
        Assert.Equal(InteractionType.Phone, waits.Place.Type);
        Assert.Contains(
            new IndexTouch.Waiting(waits.Place with { Type = InteractionType.Messaging, Version = 3 }, story.Interaction, 3), result.Touches);
        Assert.Contains(new IndexTouch.NoLongerWaiting(waits.Place), result.Touches);
        Assert.Equal(new Wake.Route(The.Billing, story.Id, 3, InteractionType.Messaging), result.Wake<Wake.Route>());
    }

    [Fact]
    public void Another_text_of_the_same_kind_tells_nobody()
    {
        var story = Given.AWaitingInteraction();

        var result = story.Writes("Hello?", Channel.Mms);

        Assert.Empty(result.Wakes);
        Assert.Empty(result.Touches);
    }
}
