using Interactions.Domain.Interactions;
using Interactions.Domain.Messages;
using Interactions.Domain.Tests.Driver;
using Interactions.Domain.Values;

namespace Interactions.Domain.Tests.Situations;

public sealed class When_everybody_had_their_chance
{
    private static readonly AgentId[] Nobody = [];

    [Fact]
    public void The_round_begins_anew_with_its_seniority()
    {
        var story = Given.AnOfferedInteraction();
        story.TimersAfter(TimeSpan.FromMinutes(1));

        var result = story.On(new StartNewRound(story.Id));

        Assert.Equal([nameof(NewRoundStarted)], result.Facts);
        Assert.Equal(Nobody, story.Interaction.Place!.Excluded);
        Assert.Equal(The.Beginning, story.Interaction.Place.Since);
        Assert.Equal(The.Support, result.Wake<Wake.Route>().Queue);
        Assert.True(story.On(new StartNewRound(story.Id)).IsNothing);
    }

    [Fact]
    public void It_overflows_where_the_queue_says_to()
    {
        var story = Given.AnOfferedInteraction(queue => queue with { OverflowTo = The.Billing });
        story.TimersAfter(TimeSpan.FromMinutes(1));
        story.Offered(The.Colleague).Then(new DeclineOffer(story.Id, The.Colleague));

        var result = story.On(new StartNewRound(story.Id));

        Assert.Equal([nameof(NewRoundStarted), nameof(Overflowed)], result.Facts);
        Assert.Equal(The.Billing, story.Interaction.Queue);
        Assert.Equal(The.Billing, result.Wake<Wake.Route>().Queue);
    }

    [Fact]
    public void Nothing_is_begun_anew_where_it_was_taken_meanwhile()
    {
        var story = Given.AnOfferedInteraction();
        story.TimersAfter(TimeSpan.FromMinutes(1));
        story.Active(The.Colleague);

        Assert.True(story.On(new StartNewRound(story.Id)).IsNothing);
    }
}
