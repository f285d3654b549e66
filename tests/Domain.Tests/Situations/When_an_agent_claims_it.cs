using Interactions.Domain.Interactions;
using Interactions.Domain.Messages;
using Interactions.Domain.Tests.Driver;
using Interactions.Domain.Values;

namespace Interactions.Domain.Tests.Situations;

public sealed class When_an_agent_claims_it
{
    [Fact]
    public void A_member_of_the_queue_gets_it_at_once()
    {
        var story = Given.AWaitingInteraction();

        var result = story.On(new Claim(story.Id, The.Agent));

        Assert.Equal((InteractionState.WorkInProgress, Handling.Active, The.Agent), (story.Interaction.State, story.Interaction.Handling, story.Interaction.AssignedTo));
        Assert.Equal([nameof(Claimed)], result.Facts);
        Assert.Equal([nameof(IndexTouch.Active), nameof(IndexTouch.NoLongerWaiting), nameof(IndexTouch.Reserves)], result.Touched);
        Assert.Contains(new IndexTouch.Reserves(The.Agent, story.Interaction, 2, MustBeReady: false), result.Touches);
        Assert.True(story.On(new Claim(story.Id, The.Agent)).IsNothing);
    }

    [Fact]
    public void Nobody_else_does()
    {
        var story = Given.AWaitingInteraction();

        Assert.Equal(Refusal.NotAMember, story.On(new Claim(story.Id, The.Stranger)).Refusal);
        Assert.Equal(Refusal.NotWaiting, story.Active().On(new Claim(story.Id, The.Colleague)).Refusal);
    }

    [Fact]
    public void The_routers_offer_then_comes_too_late()
    {
        var story = Given.AnActiveInteraction();

        Assert.Equal(Refusal.NotWaiting, story.On(new MakeOffer(story.Id, The.Support, The.Colleague)).Refusal);
    }
}
