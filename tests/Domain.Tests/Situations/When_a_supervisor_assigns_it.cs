using Interactions.Domain.Interactions;
using Interactions.Domain.Messages;
using Interactions.Domain.Tests.Driver;
using Interactions.Domain.Values;

namespace Interactions.Domain.Tests.Situations;

public sealed class When_a_supervisor_assigns_it
{
    public static TheoryData<string> Open => ["waiting", "offered", "active", "customer awaited", "held", "wrapping up"];

    [Theory]
    [MemberData(nameof(Open))]
    public void Asked_the_agent_has_an_offer(string state)
    {
        var story = Story(state);
        var order = new Assign(The.Supervisor, story.Id, The.Colleague, Forced: false);

        var result = story.On(order);

        Assert.Equal([nameof(Assigned), nameof(OfferMade)], result.Facts);
        Assert.Equal((Handling.Offered, The.Colleague), (story.Interaction.Handling, story.Interaction.Holder));
        Assert.Null(story.Interaction.AssignedTo);
        Assert.Equal(The.Supervisor, result.Entries[0].By);
        Assert.True(story.On(order).IsNothing);
    }

    [Theory]
    [MemberData(nameof(Open))]
    public void Told_the_agent_has_the_work(string state)
    {
        var story = Story(state);
        var order = new Assign(The.Supervisor, story.Id, The.Colleague, Forced: true);

        var result = story.On(order);

        Assert.Equal(new Assigned(The.Colleague, Forced: true), result.The<Assigned>());
        Assert.Equal((InteractionState.WorkInProgress, Handling.Active, The.Colleague),
            (story.Interaction.State, story.Interaction.Handling, story.Interaction.AssignedTo));
        Assert.Equal((story.Now, The.Colleague), (story.Interaction.AssignedAt, story.Interaction.LastAgent));
        Assert.Null(story.Interaction.Outcome);
        Assert.True(story.On(order).IsNothing);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Only_a_member_of_the_queue_gets_it(bool forced)
    {
        var story = Given.AWaitingInteraction();

        Assert.Equal(Refusal.NotAMember, story.On(new Assign(The.Supervisor, story.Id, The.Stranger, forced)).Refusal);
    }

    [Fact]
    public void Whoever_waited_keeps_the_place_when_the_agent_declines()
    {
        var story = Given.AWaitingInteraction().After(TimeSpan.FromMinutes(3));
        story.Then(new Assign(The.Supervisor, story.Id, The.Colleague, Forced: false));

        story.Then(new DeclineOffer(story.Id, The.Colleague));

        Assert.Equal(The.Beginning, story.Interaction.Place!.Since);
    }

    [Fact]
    public void What_somebody_worked_on_leaves_their_inbox()
    {
        var story = Given.AnActiveInteraction();

        var result = story.On(new Assign(The.Supervisor, story.Id, The.Colleague, Forced: true));

        Assert.Contains(new IndexTouch.Frees(The.Agent, story.Id, story.Conversation.Version, Missed: false), result.Touches);
        Assert.Equal(Refusal.NotYours, story.On(story.Answer()).Refusal);
    }

    private static Story Story(string state) => (state switch
    {
        "waiting" => Given.AWaitingInteraction(),
        "offered" => Given.AnOfferedInteraction(),
        "active" => Given.AnActiveInteraction(),
        "customer awaited" => Given.AnInteractionOnHold(StateReason.WaitingOnCustomer),
        "held" => Given.AnInteractionOnHold(StateReason.WaitingInternal),
        _ => Given.AnInteractionInWrapUp(),
    }).After(TimeSpan.FromSeconds(10));
}
