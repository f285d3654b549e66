using Interactions.Domain.Messages;
using Interactions.Functions.Webhooks;

namespace Interactions.Functions.Tests.Webhooks;

public sealed class When_a_message_lacks_what_it_needs
{
    [Theory]
    [InlineData("MessageSid", null)]
    [InlineData("MessageSid", "")]
    [InlineData("MessageSid", "SM 1")]
    [InlineData("MessageSid", "../SM1")]
    [InlineData("From", null)]
    [InlineData("From", "")]
    [InlineData("From", "  ")]
    [InlineData("From", "whatsapp:")]
    [InlineData("From", "+1555\0")]
    [InlineData("To", null)]
    [InlineData("To", "")]
    public void A_message_without_SID_sender_or_receiver_is_none(string name, string? value)
    {
        var payload = value is null ? TwilioPayload.Of("sms").Without(name) : TwilioPayload.Of("sms").With(name, value);

        Assert.Equal(new Parsed<InboundMessage>.Unusable(name), InboundMessages.Parse(FormParser.Parse(payload.Bytes)!));
    }

    [Theory]
    [InlineData("MessageSid")]
    [InlineData("From")]
    public void A_SID_or_sender_that_is_far_too_long_is_none(string name) =>
        Assert.Equal(
            new Parsed<InboundMessage>.Unusable(name),
            InboundMessages.Parse(FormParser.Parse(TwilioPayload.Of("sms").With(name, new string('1', 10_000)).Bytes)!));
}
