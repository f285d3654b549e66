using Interactions.Domain.Interactions;
using Interactions.Domain.Messages;
using Interactions.Domain.Tests.Driver;

namespace Interactions.Domain.Tests.Situations;

public sealed class When_an_agent_begins_with_a_message
{
    private static readonly OutboundMessage News = new("Your parcel is here", []);

    private readonly Story _story = Given.Nothing();

    [Fact]
    public void Both_are_one_change()
    {
        var result = _story.On(_story.Begin() with { Message = News, Name = "start" });

        Assert.Equal([nameof(InteractionOpened), nameof(MessageSent)], result.Facts);
        Assert.Equal((News, true), (result.The<MessageSent>().Message, result.The<MessageSent>().Unasked));
        Assert.Equal(result.Entries[1].Sequence, result.Wake<Wake.Send>().Sequence);
        Assert.Equal(result.Entries[1].Sequence, _story.Interaction.LastReply!.Sequence);
    }

    [Fact]
    public void Twice_is_once()
    {
        var begin = _story.Begin() with { Message = News, Name = "start" };
        _story.Then(begin);

        Assert.True(_story.On(begin).IsNothing);
    }

    [Fact]
    public void It_goes_on_in_what_they_have_already()
    {
        var result = Given.AnActiveInteraction() is var story ? story.On(story.Begin() with { Message = News }) : null;

        Assert.Equal([nameof(MessageSent)], result!.Facts);
        Assert.False(result.The<MessageSent>().Unasked);
    }

    [Fact]
    public void It_takes_what_waits()
    {
        _story.Waiting();

        Assert.Equal([nameof(Claimed), nameof(MessageSent)], _story.On(_story.Begin() with { Message = News }).Facts);
        Assert.Null(_story.Interaction.UnansweredSince);
    }

    [Fact]
    public void A_colleagues_conversation_is_left_alone()
    {
        var story = Given.AnActiveInteraction();

        Assert.Equal(Refusal.ActiveWithAnother, story.On(story.Begin(The.Colleague) with { Message = News }).Refusal);
    }

    [Fact]
    public void Nothing_is_opened_where_nothing_can_be_sent()
    {
        Assert.Equal(Refusal.TextTooLong, _story.On(_story.Begin() with { Message = News with { Text = new string('x', 1601) } }).Refusal);
        Assert.Empty(_story.Conversation.Active);
    }

    [Fact]
    public void It_is_opened_anew_after_the_last_was_closed()
    {
        var story = Given.AClosedInteraction();

        story.Then(story.Begin() with { Message = News });

        Assert.Equal((2, Direction.Outbound), (story.Id.Ordinal, story.Interaction.Direction));
    }
}
