using Interactions.Domain.Consent;
using Interactions.Domain.Interactions;
using Interactions.Domain.Messages;
using Interactions.Domain.Tests.Driver;
using Interactions.Domain.Values;

namespace Interactions.Domain.Tests.Situations;

public sealed class When_a_message_does_not_arrive
{
    public static TheoryData<int> Permanent => [21211, 21214, 21217, 21265, 21266, 21614, 21635, 30005, 30006, 63003, 63024];

    public static TheoryData<int> OfTheMessage => [21602, 21606, 21612, 21617, 30003, 30004, 30007, 30008, 30022, 63016, 99999];

    [Theory]
    [MemberData(nameof(Permanent))]
    public void A_permanent_error_flags_the_address_and_tells_the_agent(int code)
    {
        var story = Given.AnAnsweredInteraction();
        var message = story.LastSent.Sequence;

        var result = story.On(new TellRefusal(message, code));

        Assert.Equal(new DeliveryFailed(message, code), result.The<DeliveryFailed>());
        Assert.Equal(new Unreachable(code, story.Now, The.Line), story.Conversation.Profile!.Unreachable);
        Assert.Equal((DeliveryState.Failed, code), (story.LastDelivery.State, story.LastDelivery.ErrorCode));
        Assert.False(story.Conversation.HasOptedOutOf(The.Line));
    }

    [Theory]
    [MemberData(nameof(OfTheMessage))]
    public void Any_other_error_is_told_and_flags_nobody(int code)
    {
        var story = Given.AnAnsweredInteraction();

        var result = story.On(Undelivered(story, code));

        Assert.Equal(["DeliveryFailed"], result.Facts);
        Assert.Null(story.Conversation.Profile!.Unreachable);
        Assert.Equal(story.Id, result.Entries.Single().Interaction);
        Assert.True(story.LastDelivery.MayBeResent);
    }

    [Fact]
    public void Who_told_the_provider_to_stop_has_opted_out_here_too()
    {
        var story = Given.AnAnsweredInteraction();

        var result = story.On(new TellRefusal(story.LastSent.Sequence, 21610));

        Assert.Equal(["DeliveryFailed", "ConsentChanged"], result.Facts);
        Assert.Equal(
            new LineConsent(ConsentState.OptedOut, story.Now, ConsentSource.ProviderRefusal, null, null), story.Conversation.ConsentOn(The.Line));
        Assert.Equal(Refusal.OptedOut, story.On(story.Answer()).Refusal);
    }

    [Fact]
    public void Why_it_failed_is_told_when_it_becomes_known()
    {
        var story = Given.AnAnsweredInteraction();
        story.Then(Undelivered(story, code: null));

        var result = story.On(Undelivered(story, 30006));

        Assert.Equal(30006, result.The<DeliveryFailed>().Code);
        Assert.Equal(30006, story.Conversation.Profile!.Unreachable!.Code);
    }

    [Theory]
    [InlineData(30006)]
    [InlineData(21610)]
    public void That_it_arrived_and_that_it_did_not_end_alike_whichever_is_told_first(int code)
    {
        var (one, other) = (Given.AnAnsweredInteraction(), Given.AnAnsweredInteraction());

        one.Then(Undelivered(one, code)).Then(Delivered(one));
        other.Then(Delivered(other)).On(Undelivered(other, code));

        Assert.Equal(DeliveryState.Delivered, one.LastDelivery.State);
        Assert.Equal(other.LastDelivery, one.LastDelivery);
        Assert.Equal(other.Conversation.Profile!.Unreachable, one.Conversation.Profile!.Unreachable);
        Assert.Equal(code == 21610, one.Conversation.HasOptedOutOf(The.Line));
        Assert.Equal(code == 21610, other.Conversation.HasOptedOutOf(The.Line));
    }

    [Fact]
    public void What_the_customer_said_since_it_was_asked_for_counts_more()
    {
        var story = Given.AnAnsweredInteraction();
        var message = story.LastSent.Sequence;
        story.After(TimeSpan.FromMinutes(1)).Writes("STOP");
        story.After(TimeSpan.FromMinutes(1)).Writes("START");

        story.Then(new TellRefusal(message, 21610));
        Assert.False(story.Conversation.HasOptedOutOf(The.Line));

        story.Then(story.Answer());
        story.After(TimeSpan.FromMinutes(1)).Writes("I can read you");
        story.Then(new TellRefusal(story.LastSent.Sequence, 30006));
        Assert.Null(story.Conversation.Profile!.Unreachable);
    }

    [Fact]
    public void What_another_attempt_was_told_says_nothing_of_this_one()
    {
        var story = Given.AnAnsweredInteraction();

        Assert.True(story.On(new TellRefusal(story.LastSent.Sequence, 30006, story.Now)).IsNothing);
    }

    [Fact]
    public void It_is_told_once_however_often_it_is_reported()
    {
        var story = Given.AnAnsweredInteraction();
        var report = Undelivered(story, 30006);

        story.Then(report);

        Assert.True(story.On(report).IsNothing);
        Assert.True(story.On(new TellRefusal(story.LastSent.Sequence, 30006)).IsNothing);
    }

    [Fact]
    public void A_report_about_another_message_of_the_provider_is_not_found()
    {
        var story = Given.AnAnsweredInteraction();
        story.Then(Undelivered(story, 30006));

        var other = new TellDelivery(
            story.LastSent.Sequence, new DeliveryReport(MessageSid.Parse("SMother"), DeliveryState.Failed, 30003), Evidence.Callback);

        Assert.Equal(Refusal.NotFound, story.On(other).Refusal);
        Assert.Equal(Refusal.NotFound, story.On(new TellRefusal(1, 30006)).Refusal);
    }

    [Fact]
    public void What_somebody_else_was_told_in_vain_says_nothing_of_the_customer()
    {
        var story = Given.AnAnsweredInteraction(policy => policy with { HandedOverText = "They will write to you." });
        story.Then(new TransferOutside(Actor.Of(The.Agent), story.Id, The.Partner));

        story.Then(new TellRefusal(story.LastSent.Sequence, 30006));

        Assert.Equal(The.Partner, ((MessageSent)story.LastSent.Fact).To);
        Assert.Null(story.Conversation.Profile!.Unreachable);
    }

    [Fact]
    public void What_was_overtaken_is_taken_back_without_a_word()
    {
        var story = Given.AnAnsweredInteraction();

        Assert.Empty(story.On(new TakeBackMessage(story.LastSent.Sequence, NotSent.Overtaken)).Facts);
        Assert.Equal((DeliveryState.Canceled, NotSent.Overtaken), (story.LastDelivery.State, story.LastDelivery.Why));
    }

    [Theory]
    [InlineData(NotSent.OptedOut)]
    [InlineData(NotSent.WindowClosed)]
    [InlineData(NotSent.TooLate)]
    [InlineData(NotSent.NoSender)]
    public void What_is_taken_back_for_another_reason_is_told(NotSent why)
    {
        var story = Given.AnAnsweredInteraction();

        var result = story.On(new TakeBackMessage(story.LastSent.Sequence, why));

        Assert.Equal(why, result.The<DeliveryFailed>().Why);
    }

    [Fact]
    public void What_the_provider_may_have_is_not_taken_back()
    {
        var story = Given.AnAnsweredInteraction();
        story.Then(new TellDelivery(story.LastSent.Sequence, new DeliveryReport(MessageSid.Parse("SM1"), DeliveryState.Sent), Evidence.Callback));

        Assert.True(story.On(new TakeBackMessage(story.LastSent.Sequence, NotSent.OptedOut)).IsNothing);
        Assert.True(story.On(new TellRefusal(story.LastSent.Sequence, 30006)).IsNothing);
        Assert.True(story.On(new GiveUpOnDelivery(story.LastSent.Sequence)).IsNothing);
    }

    [Fact]
    public void It_can_be_sent_once_more_and_only_once()
    {
        var story = Given.AnAnsweredInteraction();
        var (failed, text) = (story.LastSent.Sequence, ((MessageSent)story.LastSent.Fact).Message);
        Assert.Equal(Refusal.NotResendable, story.On(Resend(story, failed)).Refusal);
        story.Then(new TellRefusal(failed, 30008));

        var result = story.On(Resend(story, failed));

        Assert.Equal(text, Assert.Single(result.Sent).Message);
        Assert.Equal(story.LastSent.Sequence, result.Wake<Wake.Send>().Sequence);
        Assert.Equal(story.LastSent.Sequence, ((MessageSent)story.Log.Single(entry => entry.Sequence == failed).Fact).Delivery.ResentAs);
        Assert.Equal(Refusal.NotResendable, story.On(Resend(story, failed)).Refusal);
    }

    [Fact]
    public void Only_whose_it_is_has_it_sent_once_more_and_to_nobody_who_said_STOP()
    {
        var story = Given.AnAnsweredInteraction();
        var failed = story.LastSent.Sequence;
        story.Then(new TellRefusal(failed, 30008));

        Assert.Equal(Refusal.NotYours, story.On(new ResendMessage(Actor.Of(The.Colleague), story.Id, failed)).Refusal);
        Assert.Equal(Refusal.UnknownMessage, story.On(Resend(story, 1)).Refusal);
        story.Writes("STOP");
        Assert.Equal(Refusal.OptedOut, story.On(Resend(story, failed)).Refusal);
    }

    private static TellDelivery Undelivered(Story story, int? code) => new(
        story.LastSent.Sequence, new DeliveryReport(MessageSid.Parse("SM1"), DeliveryState.Undelivered, code), Evidence.Callback);

    private static TellDelivery Delivered(Story story) => new(
        story.LastSent.Sequence, new DeliveryReport(MessageSid.Parse("SM1"), DeliveryState.Delivered), Evidence.Callback);

    private static ResendMessage Resend(Story story, long sequence) => new(Actor.Of(The.Agent), story.Id, sequence) { Name = Guid.NewGuid().ToString("N") };
}
