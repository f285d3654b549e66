using System.Xml.Linq;
using Interactions.Functions.Webhooks;

namespace Interactions.Functions.Tests.Webhooks;

public sealed class When_twilio_is_answered
{
    private const string Callback = "https://interactions.example.com/api/twilio/status?profile=abc&sequence=17";

    [Fact]
    public void Nothing_to_send_is_an_empty_response()
    {
        Assert.Equal("""<?xml version="1.0" encoding="UTF-8"?><Response/>""", TwiML.Of());
        Assert.Equal("Response", XDocument.Parse(TwiML.Nothing).Root!.Name.LocalName);
    }

    [Fact]
    public void A_text_is_a_message_with_its_status_callback() =>
        Assert.Equal(
            """<?xml version="1.0" encoding="UTF-8"?><Response><Message statusCallback="https://interactions.example.com/api/twilio/status?profile=abc&amp;sequence=17">Hello</Message></Response>""",
            TwiML.Of(new Reply("Hello", Callback)));

    [Fact]
    public void Several_texts_are_several_messages_in_their_order()
    {
        var messages = XDocument.Parse(TwiML.Of(new Reply("one", Callback + "1"), new Reply("two", Callback + "2"))).Root!.Elements("Message").ToArray();

        Assert.Equal(["one", "two"], messages.Select(message => message.Value));
        Assert.Equal([Callback + "1", Callback + "2"], messages.Select(message => message.Attribute("statusCallback")!.Value));
    }

    [Theory]
    [InlineData("<Redirect>http://elsewhere.example.com</Redirect>")]
    [InlineData("]]> & &amp; \"quoted\" 'single'")]
    [InlineData("Grüße, 你好 👋🏽 👨‍👩‍👧 e\u0301 \uFFFD")]
    [InlineData("one\r\ntwo\nthree\rfour\tfive")]
    [InlineData("  at both ends  ")]
    [InlineData("")]
    public void Any_text_and_address_arrive_as_they_are(string text)
    {
        var message = XDocument.Parse(TwiML.Of(new Reply(text, text)), LoadOptions.PreserveWhitespace).Root!.Element("Message")!;

        Assert.Equal(text, message.Value);
        Assert.Equal(text, message.Attribute("statusCallback")!.Value);
    }

    [Theory]
    [InlineData("a\0b\u0001c\u001Fd\u000Be", "abcde")]
    [InlineData("a\uFFFEb\uFFFFc", "abc")]
    public void What_XML_cannot_carry_is_left_out(string text, string left) =>
        Assert.Equal(left, XDocument.Parse(TwiML.Of(new Reply(text, Callback))).Root!.Element("Message")!.Value);

    [Fact]
    public void Half_a_character_is_left_out()
    {
        // An attribute could not hold these: its text is stored as UTF-8.
        Assert.Contains(">abc<", TwiML.Of(new Reply("a\uD83Db\uDC4Bc\uD83D", Callback)), StringComparison.Ordinal);
        Assert.Contains(">👋<", TwiML.Of(new Reply("\uDC4B\uD83D\uD83D\uDC4B", Callback)), StringComparison.Ordinal);
    }
}
