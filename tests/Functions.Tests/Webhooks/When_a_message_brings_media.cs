using Interactions.Domain.Messages;

namespace Interactions.Functions.Tests.Webhooks;

public sealed class When_a_message_brings_media
{
    [Fact]
    public void Two_media_are_kept_in_their_order_with_their_types()
    {
        var media = TwilioPayload.Of("mms-two-media").Message.Media;

        Assert.Equal(["image/jpeg", "application/pdf"], media.Select(file => file.ContentType));
        Assert.EndsWith("/Media/ME00000000000000000000000000000100", media[0].Url, StringComparison.Ordinal);
        Assert.EndsWith("/Media/ME00000000000000000000000000000101", media[1].Url, StringComparison.Ordinal);
    }

    [Fact]
    public void Ten_media_are_kept_in_their_order() =>
        Assert.Equal(
            Enumerable.Range(0x100, 10).Select(n => $"ME{n:x32}"),
            TwilioPayload.Of("mms-ten-media").Message.Media.Select(file => file.Url[^34..]));

    [Theory]
    [InlineData("0")]
    [InlineData("7")]
    [InlineData("-1")]
    [InlineData("two")]
    [InlineData("")]
    [InlineData("99999999999999999999")]
    public void Media_count_by_what_is_there_and_a_wrong_count_is_kept(string told)
    {
        var message = TwilioPayload.Of("mms-two-media").With("NumMedia", told).Message;

        Assert.Equal(2, message.Media.Length);
        Assert.Equal(Channel.Mms, message.Channel);
        Assert.Equal(told, message.Unknown["NumMedia"]);
    }

    [Fact]
    public void Media_that_are_announced_but_missing_are_not_invented()
    {
        var message = TwilioPayload.Of("sms").With("NumMedia", "1").Adding("MediaContentType0", "image/png").Adding("MediaUrl1", "").Message;

        Assert.Empty(message.Media);
        Assert.Equal(Channel.Sms, message.Channel);
        Assert.Equal("image/png", message.Unknown["MediaContentType0"]);
        Assert.Equal("", message.Unknown["MediaUrl1"]);
    }

    [Fact]
    public void Media_with_a_gap_without_a_type_or_beyond_ten_are_kept()
    {
        var message = TwilioPayload.Of("sms").Adding("MediaUrl3", "https://api.twilio.com/3").Adding("MediaUrl10", "https://api.twilio.com/10").Message;

        Assert.Equal(new Media("https://api.twilio.com/3", "application/octet-stream"), Assert.Single(message.Media));
        Assert.Equal("https://api.twilio.com/10", message.Unknown["MediaUrl10"]);
    }
}
