using Interactions.Domain.Interactions;
using Interactions.Domain.Messages;
using Interactions.Domain.Tests.Driver;
using Interactions.Domain.Values;

namespace Interactions.Domain.Tests.Situations;

public sealed class When_they_speak_in_another_way
{
    private static readonly Amendment Call = new() { Type = InteractionType.Phone };
    private static readonly Amendment Text = new() { Type = InteractionType.Messaging };

    [Fact]
    public void A_call_in_a_text_conversation_answers_it_and_stays_the_same_matter()
    {
        var story = Given.AnActiveInteraction().After(TimeSpan.FromMinutes(2));

        var result = story.On(story.Amending(Call));

        Assert.Equal([nameof(TypeChanged)], result.Facts);
        Assert.Equal(new TypeChanged(InteractionType.Phone, Channel.Phone), result.The<TypeChanged>());
        Assert.Equal((1, TimeSpan.FromMinutes(2), true), (story.Id.Ordinal, story.Interaction.WaitTime!.Value, story.Interaction.Sla!.Answered));
        Assert.Null(story.Interaction.UnansweredSince);
        Assert.Empty(story.Timers);
        Assert.Equal([nameof(IndexTouch.Active), nameof(IndexTouch.Inbox)], result.Touched);
    }

    [Theory]
    [InlineData("+15550100001", Channel.Sms)]
    [InlineData("whatsapp:+15550100001", Channel.WhatsApp)]
    public void And_back_it_is_the_channel_of_the_address(string address, Channel expected)
    {
        var story = Given.Nothing();
        var customer = Address.Parse(address);
        var conversation = Conversation.Of(ProfileId.Of(customer));
        var begun = Lifecycle.Decide(conversation, story.Begin(type: InteractionType.Phone) with { Address = customer }, story.Policy, story.Now);
        var id = new InteractionId(conversation.Id, 1);

        var decision = Lifecycle.Decide(
            Assert.IsType<Decision.Changed>(begun).Conversation, new Amend(Actor.Of(The.Agent), id, Text), story.Policy, story.Now);

        var after = Assert.IsType<Decision.Changed>(decision).Conversation.Find(id)!;
        Assert.Equal((InteractionType.Messaging, expected), (after.Type, after.Channel));
    }

    [Fact]
    public void Whoever_came_in_person_cannot_be_texted()
    {
        var story = Given.Nothing();
        var visitor = Address.Of(The.User);
        var begun = Lifecycle.Decide(
            Conversation.Of(ProfileId.Of(visitor)), story.Begin(type: InteractionType.WalkUp) with { Address = visitor }, story.Policy, story.Now);

        var decision = Lifecycle.Decide(
            Assert.IsType<Decision.Changed>(begun).Conversation,
            new Amend(Actor.Of(The.Agent), new InteractionId(ProfileId.Of(visitor), 1), Text), story.Policy, story.Now);

        Assert.Equal(new Decision.Refused(Refusal.NowhereToWrite), decision);
    }

    [Fact]
    public void Whoever_calls_a_customer_does_not_wait_for_them_any_more()
    {
        var story = Given.AnInteractionOnHold(StateReason.WaitingOnCustomer, queue => queue with { HoldsFreeCapacity = true });

        var result = story.On(story.Amending(Call));

        Assert.Equal([nameof(TypeChanged), nameof(Resumed)], result.Facts);
        Assert.IsType<Phase.Active>(story.Phase);
        Assert.Contains(new IndexTouch.Counts(The.Agent, story.Id, story.Conversation.Version, Does: true), result.Touches);
    }

    [Fact]
    public void Who_waits_waits_for_somebody_with_room_for_that()
    {
        var story = Given.AWaitingInteraction();

        var result = story.On(story.Amending(Call));

        Assert.Equal(InteractionType.Phone, result.Wake<Wake.Route>().Type);
        Assert.Equal(InteractionType.Phone, result.Touches.OfType<IndexTouch.Waiting>().Single().Place.Type);
        Assert.Single(result.Touches.OfType<IndexTouch.NoLongerWaiting>());
        Assert.Null(story.Interaction.WaitTime);
    }

    [Fact]
    public void What_is_reserved_for_the_agent_stays_as_it_was_reserved()
    {
        var story = Given.AnActiveInteraction();

        var result = story.On(story.Amending(Call));

        Assert.DoesNotContain(result.Touches, touch => touch is IndexTouch.Reserves or IndexTouch.Frees or IndexTouch.Counts);
    }
}
