using Interactions.Domain.Interactions;
using Interactions.Domain.Messages;
using Interactions.Domain.Tests.Driver;
using Interactions.Domain.Timers;
using Interactions.Domain.Values;

namespace Interactions.Domain.Tests.Situations;

public sealed class When_an_agent_replies
{
    [Fact]
    public void It_is_logged_and_sent()
    {
        var story = Given.AnActiveInteraction();
        var reply = story.Answer(text: "On its way");

        var result = story.On(reply);

        var sent = result.The<MessageSent>();
        Assert.Equal((reply.Message, DeliveryState.Pending), (sent.Message, sent.Delivery.State));
        Assert.Null(sent.Automatic);
        Assert.Null(sent.To);
        Assert.Equal(Actor.Of(The.Agent), result.Entries[0].By);
        Assert.Equal([new Wake.Send(The.Profile, result.Entries[0].Sequence, 3)], result.Wakes);
        Assert.Equal((InteractionState.WorkInProgress, 0), (story.Interaction.State, story.Interaction.Unread));
        Assert.Null(story.Interaction.UnansweredSince);
    }

    [Fact]
    public void The_first_one_ends_the_waiting()
    {
        var story = Given.AWaitingInteraction().After(TimeSpan.FromMinutes(3)).Active();
        Assert.Null(story.Interaction.WaitTime);

        story.After(TimeSpan.FromMinutes(1)).Answered();
        story.After(TimeSpan.FromMinutes(9)).Answered();

        Assert.Equal(TimeSpan.FromMinutes(4), story.Interaction.WaitTime);
        Assert.True(story.Interaction.Sla!.Answered);
        Assert.DoesNotContain(story.Timers, timer => timer.Kind == TimerKind.FirstResponse);
    }

    [Fact]
    public void The_same_request_again_is_nothing()
    {
        var story = Given.AnActiveInteraction();
        var reply = story.Answer();
        story.Then(reply);

        Assert.Equal(story.Log[^1].Sequence, Assert.Single(((Decision.Nothing)story.On(reply).Decision).Answers));
        Assert.True(story.After(TimeSpan.FromMinutes(5)).On(reply).IsNothing);
    }

    [Fact]
    public void A_request_that_is_called_like_a_message_hides_none()
    {
        var story = Given.AnActiveInteraction();
        var message = story.Message();
        story.Then(story.Answer() with { Name = message.Message.Sid.Value });

        Assert.Equal([nameof(MessageReceived)], story.On(message).Facts);
    }

    [Theory]
    [InlineData(StateReason.WaitingOnCustomer)]
    [InlineData(StateReason.WaitingInternal)]
    public void What_was_on_hold_is_taken_up_again(StateReason reason)
    {
        var story = Given.AnInteractionOnHold(reason);

        var result = story.On(story.Answer());

        Assert.Equal([nameof(Resumed), nameof(MessageSent)], result.Facts);
        Assert.Equal((InteractionState.WorkInProgress, Handling.Active), (story.Interaction.State, story.Interaction.Handling));
    }

    [Fact]
    public void What_the_agent_had_not_seen_stops_it()
    {
        var story = Given.AnActiveInteraction().Answered();
        var seen = story.Interaction.LastSequence;
        story.Writes("Wait, something else");

        Assert.Equal(Refusal.StaleView, story.On(story.Answer(lastSeen: seen)).Refusal);
        Assert.Null(story.On(story.Answer(lastSeen: seen, force: true)).Refusal);
    }

    [Fact]
    public void What_a_colleague_wrote_stops_it_too_but_not_what_they_wrote_themselves()
    {
        var story = Given.AnActiveInteraction();
        var seen = story.Interaction.LastSequence;
        story.Answered();
        Assert.Null(story.On(story.Answer(lastSeen: seen)).Refusal);

        story.Then(new Assign(The.Supervisor, story.Id, The.Colleague, Forced: true));
        Assert.Equal(Refusal.StaleView, story.On(story.Answer(The.Colleague, lastSeen: seen)).Refusal);
        Assert.Null(story.On(story.Answer(The.Colleague, lastSeen: story.Interaction.LastSequence)).Refusal);
    }

    [Fact]
    public void As_long_and_as_many_as_the_provider_takes_are_sent()
    {
        var story = Given.AnActiveInteraction();
        var longest = new OutboundMessage(new string('x', 1600), [.. Enumerable.Range(0, 10).Select(number => $"https://media.example/{number}")]);

        Assert.Null(story.On(story.Answer() with { Message = longest }).Refusal);
        Assert.Null(story.On(story.Answer() with { Message = longest with { Text = "" } }).Refusal);
    }

    [Fact]
    public void A_supervisor_writes_only_what_was_assigned_to_them()
    {
        var story = Given.AnActiveInteraction();

        Assert.Equal(Refusal.NotYours, story.On(story.Answer() with { By = The.Supervisor }).Refusal);
    }
}
