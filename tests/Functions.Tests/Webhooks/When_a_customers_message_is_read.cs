using System.Text;
using Interactions.Domain.Consent;
using Interactions.Domain.Messages;
using Interactions.Functions.Webhooks;

namespace Interactions.Functions.Tests.Webhooks;

public sealed class When_a_customers_message_is_read
{
    private static readonly string[] MappedNames =
    [
        "AccountSid", "MessageSid", "SmsMessageSid", "SmsSid", "From", "To", "Body", "NumMedia", "NumSegments",
        "Latitude", "Longitude", "Label", "Address", "ButtonText", "ButtonPayload", "ProfileName", "OptOutType",
    ];

    public static TheoryData<string> Inbound => [.. TwilioPayload.Names.Where(name => !name.StartsWith("status-", StringComparison.Ordinal))];

    [Theory]
    [MemberData(nameof(Inbound))]
    public void Every_captured_payload_tells_who_wrote_what_to_whom(string name)
    {
        var payload = TwilioPayload.Of(name);

        var message = Read(payload);

        Assert.Equal(payload["MessageSid"], message.Sid.Value);
        Assert.Equal(payload["From"], message.From.AtProvider);
        Assert.Equal(payload["To"], message.To.AtProvider);
        Assert.Equal(payload["Body"], message.Text);
        Assert.Equal(payload["NumSegments"], $"{message.Segments}");
        Assert.Equal(payload["NumMedia"], $"{message.Media.Length}");
    }

    [Theory]
    [MemberData(nameof(Inbound))]
    public void Of_every_captured_payload_the_rest_is_kept_as_it_came(string name)
    {
        var payload = TwilioPayload.Of(name);
        var rest = payload.Fields
            .Where(field => !MappedNames.Contains(field.Key) && !field.Key.StartsWith("Media", StringComparison.Ordinal) && field.Key != "Tag");

        var unknown = Read(payload).Unknown;

        Assert.Equal(rest.OrderBy(field => field.Key, StringComparer.Ordinal), unknown.Where(field => !field.Key.StartsWith("Tag", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("sms", Channel.Sms)]
    [InlineData("sms-short-code", Channel.Sms)]
    [InlineData("sms-alphanumeric", Channel.Sms)]
    [InlineData("mms-two-media", Channel.Mms)]
    [InlineData("whatsapp-text", Channel.WhatsApp)]
    [InlineData("whatsapp-media", Channel.WhatsApp)]
    public void The_channel_follows_from_the_sender_and_the_media(string name, Channel channel) =>
        Assert.Equal(channel, Read(TwilioPayload.Of(name)).Channel);

    [Theory]
    [InlineData("messenger:1234567890", Channel.Other)]
    [InlineData("rcs:+15550100123", Channel.Other)]
    [InlineData("WhatsApp:+15550100123", Channel.WhatsApp)]
    public void A_senders_prefix_names_the_channel(string from, Channel channel) =>
        Assert.Equal(channel, Read(TwilioPayload.Of("mms-two-media").From(from)).Channel);

    [Theory]
    [InlineData("sms-short-code", "tel:12345")]
    [InlineData("sms-alphanumeric", "sender:MYPARCEL")]
    [InlineData("whatsapp-text", "whatsapp:+15550100140")]
    public void A_sender_may_be_a_short_code_or_a_name(string name, string address) =>
        Assert.Equal(address, Read(TwilioPayload.Of(name)).From.Value);

    [Fact]
    public void Text_is_kept_to_the_last_character() =>
        Assert.Equal(
            "Grüße & 你好! مرحبا 👋🏽 👨‍👩‍👧 e\u0301 = é +1 100% \u201cok\u201d\r\nzweite Zeile\ttab",
            Read(TwilioPayload.Of("sms-unicode")).Text);

    [Fact]
    public void Text_may_hold_NUL() => Assert.Equal("a\0b", Read(TwilioPayload.Of("sms").Text("a\0b")).Text);

    [Fact]
    public void A_message_may_have_no_text_at_all()
    {
        Assert.Equal("", Read(TwilioPayload.Of("mms-two-media").Without("Body")).Text);
        Assert.Equal("", Read(TwilioPayload.Of("sms").Without("Body")).Text);
    }

    [Fact]
    public void Two_media_are_kept_in_their_order_with_their_types()
    {
        var media = Read(TwilioPayload.Of("mms-two-media")).Media;

        Assert.Equal(["image/jpeg", "application/pdf"], media.Select(file => file.ContentType));
        Assert.EndsWith("/Media/ME00000000000000000000000000000100", media[0].Url, StringComparison.Ordinal);
        Assert.EndsWith("/Media/ME00000000000000000000000000000101", media[1].Url, StringComparison.Ordinal);
    }

    [Fact]
    public void Ten_media_are_kept_in_their_order() =>
        Assert.Equal(
            Enumerable.Range(0x100, 10).Select(n => $"ME{n:x32}"),
            Read(TwilioPayload.Of("mms-ten-media")).Media.Select(file => file.Url[^34..]));

    [Theory]
    [InlineData("0")]
    [InlineData("7")]
    [InlineData("-1")]
    [InlineData("two")]
    [InlineData("")]
    [InlineData("99999999999999999999")]
    public void Media_count_by_what_is_there_and_a_wrong_count_is_kept(string told)
    {
        var message = Read(TwilioPayload.Of("mms-two-media").With("NumMedia", told));

        Assert.Equal(2, message.Media.Length);
        Assert.Equal(Channel.Mms, message.Channel);
        Assert.Equal(told, message.Unknown["NumMedia"]);
    }

    [Fact]
    public void Media_that_are_announced_but_missing_are_not_invented()
    {
        var message = Read(TwilioPayload.Of("sms").With("NumMedia", "1").Adding("MediaContentType0", "image/png").Adding("MediaUrl1", ""));

        Assert.Empty(message.Media);
        Assert.Equal(Channel.Sms, message.Channel);
        Assert.Equal("image/png", message.Unknown["MediaContentType0"]);
        Assert.Equal("", message.Unknown["MediaUrl1"]);
    }

    [Fact]
    public void Media_with_a_gap_without_a_type_or_beyond_ten_are_kept()
    {
        var message = Read(TwilioPayload.Of("sms").Adding("MediaUrl3", "https://api.twilio.com/3").Adding("MediaUrl10", "https://api.twilio.com/10"));

        Assert.Equal(new Media("https://api.twilio.com/3", "application/octet-stream"), Assert.Single(message.Media));
        Assert.Equal("https://api.twilio.com/10", message.Unknown["MediaUrl10"]);
    }

    [Theory]
    [InlineData("")]
    [InlineData("0")]
    [InlineData("-2")]
    [InlineData("many")]
    public void Segments_that_are_no_number_count_as_one_and_are_kept(string told)
    {
        var message = Read(TwilioPayload.Of("sms").With("NumSegments", told));

        Assert.Equal(1, message.Segments);
        Assert.Equal(told, message.Unknown["NumSegments"]);
    }

    [Fact]
    public void A_location_is_kept_with_its_name()
    {
        var location = Read(TwilioPayload.Of("whatsapp-location")).Location;

        Assert.Equal(new Location("37.7876247", "-122.4079951", "Twilight Café", "1 Example Street, San Francisco, CA 94103"), location);
    }

    [Fact]
    public void A_location_needs_no_name() =>
        Assert.Equal(
            new Location("37.7876247", "-122.4079951", null, null),
            Read(TwilioPayload.Of("whatsapp-location").Without("Label").Without("Address")).Location);

    [Fact]
    public void Half_a_location_is_none_and_is_kept()
    {
        var message = Read(TwilioPayload.Of("whatsapp-location").Without("Longitude"));

        Assert.Null(message.Location);
        Assert.Equal("37.7876247", message.Unknown["Latitude"]);
        Assert.Equal("Twilight Café", message.Unknown["Label"]);
    }

    [Fact]
    public void A_button_is_kept_with_what_is_behind_it()
    {
        var message = Read(TwilioPayload.Of("whatsapp-button"));

        Assert.Equal(new Button("Yes, please", """{"confirm":"order-4711"}"""), message.Button);
        Assert.Equal("MM00000000000000000000000000009001", message.Unknown["OriginalRepliedMessageSid"]);
        Assert.Equal("whatsapp:+15550100001", message.Unknown["OriginalRepliedMessageSender"]);
    }

    [Fact]
    public void A_button_may_have_nothing_behind_it_or_its_label_in_the_text_alone()
    {
        var payload = TwilioPayload.Of("whatsapp-button");

        Assert.Equal(new Button("Yes, please", null), Read(payload.Without("ButtonPayload")).Button);
        Assert.Equal(new Button("Yes", """{"confirm":"order-4711"}"""), Read(payload.Without("ButtonText").Text("Yes")).Button);
        Assert.Null(Read(payload.Without("ButtonPayload").Without("ButtonText")).Button);
    }

    [Fact]
    public void The_name_a_customer_gave_is_kept() =>
        Assert.Equal("Customer 0140", Read(TwilioPayload.Of("whatsapp-text")).ProfileName);

    [Theory]
    [InlineData("sms-stop", ConsentWord.Stop)]
    [InlineData("sms-start", ConsentWord.Start)]
    [InlineData("sms-help", ConsentWord.Help)]
    [InlineData("sms", null)]
    public void What_twilio_took_it_for_is_kept(string name, ConsentWord? word) =>
        Assert.Equal(word, Read(TwilioPayload.Of(name)).OptOutType);

    [Fact]
    public void What_twilio_may_take_it_for_one_day_is_kept_too()
    {
        var message = Read(TwilioPayload.Of("sms-stop").With("OptOutType", "PAUSE"));

        Assert.Null(message.OptOutType);
        Assert.Equal("PAUSE", message.Unknown["OptOutType"]);
    }

    [Fact]
    public void A_parameter_that_comes_again_is_kept_each_time()
    {
        var unknown = Read(TwilioPayload.Of("sms-unknown-parameters")).Unknown;

        Assert.Equal(["beta", "alpha", "beta"], [unknown["Tag"], unknown["Tag[2]"], unknown["Tag[3]"]]);
        Assert.Equal("ein Wert & 1+1=2", unknown["FutureParameter"]);
        Assert.Equal("", unknown["FutureEmpty"]);
    }

    [Fact]
    public void A_numbered_name_never_replaces_one_that_came_so()
    {
        var unknown = Read(TwilioPayload.Of("sms").Adding("Tag[2]", "own").Adding("Tag", "a").Adding("Tag", "b")).Unknown;

        Assert.Equal(["own", "a", "b"], [unknown["Tag[2]"], unknown["Tag"], unknown["Tag[3]"]]);
    }

    [Fact]
    public void A_second_value_of_what_is_read_is_kept()
    {
        var message = Read(TwilioPayload.Of("sms").Adding("Body", "second").Adding("From", "+15550100199").With("SmsSid", "SM1"));

        Assert.Equal("Hello, where is my order 4711?", message.Text);
        Assert.Equal("tel:+15550100123", message.From.Value);
        Assert.Equal(["second", "+15550100199", "SM1"], [message.Unknown["Body"], message.Unknown["From"], message.Unknown["SmsSid"]]);
    }

    [Fact]
    public void The_messaging_service_is_kept() =>
        Assert.Equal("MG00000000000000000000000000000001", Read(TwilioPayload.Of("sms-messaging-service")).Unknown["MessagingServiceSid"]);

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

    private static InboundMessage Read(TwilioPayload payload) =>
        Assert.IsType<Parsed<InboundMessage>.Understood>(InboundMessages.Parse(FormParser.Parse(Encoding.UTF8.GetBytes(payload.Body))!)).Value;
}
