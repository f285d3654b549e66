using Interactions.Domain.Messages;

namespace Interactions.Functions.Tests.Webhooks;

public sealed class When_a_customers_message_is_read
{
    public static TheoryData<string> Inbound => [.. TwilioPayload.Inbound];

    [Theory]
    [MemberData(nameof(Inbound))]
    public void Every_captured_payload_tells_who_wrote_what_to_whom(string name)
    {
        var payload = TwilioPayload.Of(name);

        var message = payload.Message;

        Assert.Equal(payload["MessageSid"], message.Sid.Value);
        Assert.Equal(payload["From"], message.From.AtProvider);
        Assert.Equal(payload["To"], message.To.AtProvider);
        Assert.Equal(payload["Body"], message.Text);
        Assert.Equal(payload["NumSegments"], $"{message.Segments}");
        Assert.Equal(payload["NumMedia"], $"{message.Media.Length}");
    }

    [Theory]
    [InlineData("sms", Channel.Sms)]
    [InlineData("sms-short-code", Channel.Sms)]
    [InlineData("sms-alphanumeric", Channel.Sms)]
    [InlineData("mms-two-media", Channel.Mms)]
    [InlineData("whatsapp-text", Channel.WhatsApp)]
    [InlineData("whatsapp-media", Channel.WhatsApp)]
    public void The_channel_follows_from_the_sender_and_the_media(string name, Channel channel) =>
        Assert.Equal(channel, TwilioPayload.Of(name).Message.Channel);

    [Theory]
    [InlineData("messenger:1234567890", Channel.Other)]
    [InlineData("rcs:+15550100123", Channel.Other)]
    [InlineData("WhatsApp:+15550100123", Channel.WhatsApp)]
    public void A_senders_prefix_names_the_channel(string from, Channel channel) =>
        Assert.Equal(channel, TwilioPayload.Of("mms-two-media").From(from).Message.Channel);

    [Theory]
    [InlineData("sms-short-code", "tel:12345")]
    [InlineData("sms-alphanumeric", "sender:MYPARCEL")]
    [InlineData("whatsapp-text", "whatsapp:+15550100140")]
    public void A_sender_may_be_a_short_code_or_a_name(string name, string address) =>
        Assert.Equal(address, TwilioPayload.Of(name).Message.From.Value);

    [Fact]
    public void Text_is_kept_to_the_last_character() =>
        Assert.Equal(
            "Grüße & 你好! مرحبا 👋🏽 👨‍👩‍👧 e\u0301 = é +1 100% \u201cok\u201d\r\nzweite Zeile\ttab",
            TwilioPayload.Of("sms-unicode").Message.Text);

    [Fact]
    public void Text_may_hold_NUL() => Assert.Equal("a\0b", TwilioPayload.Of("sms").Text("a\0b").Message.Text);

    [Fact]
    public void A_message_may_have_no_text_at_all()
    {
        Assert.Equal("", TwilioPayload.Of("mms-two-media").Without("Body").Message.Text);
        Assert.Equal("", TwilioPayload.Of("sms").Without("Body").Message.Text);
    }

    [Theory]
    [InlineData("")]
    [InlineData("0")]
    [InlineData("-2")]
    [InlineData("many")]
    public void Segments_that_are_no_number_count_as_one_and_are_kept(string told)
    {
        var message = TwilioPayload.Of("sms").With("NumSegments", told).Message;

        Assert.Equal(1, message.Segments);
        Assert.Equal(told, message.Unknown["NumSegments"]);
    }
}
