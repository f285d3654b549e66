using System.Net;
using Interactions.Domain.Consent;
using Interactions.Domain.Interactions;
using Interactions.Domain.Messages;
using Interactions.Domain.Values;
using Interactions.Functions.Tests.Driver;
using Interactions.Functions.Tests.Webhooks;
using Interactions.Functions.Webhooks;

namespace Interactions.Functions.Tests.Intake;

public sealed class When_captured_webhooks_arrive(SharedApp shared) : IClassFixture<SharedApp>
{
    private static readonly string[] SaidTwice = ["AccountSid", "SmsMessageSid", "SmsSid"];
    private readonly RunningApp _app = shared.App;

    public static TheoryData<string> Inbound => [.. TwilioPayload.Inbound];

    public static TheoryData<string> Texts =>
    [
        "👨‍👩‍👧‍👦 👋🏽 🏳️‍🌈 🇩🇪",
        "مرحبا \u202Eabc\u202C \u200Fשלום",
        "e\u0301 é ÄÖÜ ǆ ﬁ ﷺ",
        "before\0after\u0001\u001F\u007F\u0085",
        "\uFFFD\uFFFD lone \uFFFE\uFFFF \U0010FFFF",
        "one\ntwo\r\nthree\rfour\u2028five\tsix",
        "  at both ends \u00A0 ",
        """<b>"&amp;" \u0041 \\ {"a":1} %00 100% + =</b>""",
        new string('x', 1_601),
        string.Concat(Enumerable.Repeat("long 👋 ", 400)),
        new string('y', 63_000),
        new string('你', 7_000),
    ];

    [Theory]
    [MemberData(nameof(Inbound))]
    public async Task Each_comes_out_of_storage_complete(string name)
    {
        var payload = Kept.Fresh(TwilioPayload.Of(name));

        Assert.Equal(new Answer(HttpStatusCode.OK, TwiML.Nothing), await Answer.To(_app, payload));

        var message = Assert.Single((await Kept.OfAsync(_app, payload["From"]!)).Messages);
        Assert.Equal(
            payload.Fields.Where(field => !SaidTwice.Contains(field.Key)).Select(field => $"{field.Key}={field.Value}").Order(StringComparer.Ordinal),
            Kept.FormOf(message).Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Inbound))]
    public async Task Each_opens_an_interaction_of_its_channel_for_its_line_but_who_only_says_STOP(string name)
    {
        var payload = Kept.Fresh(TwilioPayload.Of(name));
        var channel = name switch
        {
            _ when name.StartsWith("whatsapp", StringComparison.Ordinal) => Channel.WhatsApp,
            _ when name.StartsWith("mms", StringComparison.Ordinal) => Channel.Mms,
            _ => Channel.Sms,
        };

        await Answer.To(_app, payload);

        var kept = await Kept.OfAsync(_app, payload["From"]!);
        Assert.Equal(Address.Parse(payload["From"]!), kept.Conversation.Profile!.Address);
        Assert.Equal(payload["ProfileName"], kept.Conversation.Profile.Name);
        Assert.All(kept.Log, entry => Assert.Equal("main", entry.Line?.Value));
        if (name == "sms-stop")
        {
            Assert.Empty(kept.Conversation.Active);
            return;
        }

        var open = Assert.Single(kept.Conversation.Active);
        Assert.Equal((InteractionType.Messaging, channel, Direction.Inbound), (open.Type, open.Channel, open.Direction));
        Assert.Equal(("main", "support", 1), (open.Line.Value, open.Queue.Value, open.Unread));
        Assert.All(kept.Log.Where(entry => entry.Fact is MessageReceived), entry => Assert.Equal(open.Id, entry.Interaction));
    }

    [Theory]
    [InlineData("sms-stop", ConsentState.OptedOut, "Stop")]
    [InlineData("sms-start", ConsentState.OptedIn, "START")]
    public async Task What_twilio_took_for_a_word_becomes_consent_with_its_evidence(string name, ConsentState state, string word)
    {
        var payload = Kept.Fresh(TwilioPayload.Of(name));

        await Answer.To(_app, payload);

        var kept = await Kept.OfAsync(_app, payload["From"]!);
        var consent = Assert.Single(kept.Conversation.Consents);
        Assert.Equal("main", consent.Key);
        var expected = new LineConsent(state, consent.Value.Since, ConsentSource.Provider, MessageSid.Parse(payload["MessageSid"]!), word);
        Assert.Equal(expected, consent.Value);
        Assert.Equal(expected, Assert.Single(kept.Log.Select(entry => entry.Fact).OfType<ConsentChanged>()).Consent);
    }

    [Fact]
    public async Task HELP_says_nothing_about_consent()
    {
        var payload = Kept.Fresh(TwilioPayload.Of("sms-help"));

        await Answer.To(_app, payload);

        Assert.Empty((await Kept.OfAsync(_app, payload["From"]!)).Conversation.Consents);
    }

    [Fact]
    public async Task An_interaction_follows_the_channel_of_what_comes_and_says_so()
    {
        var first = Kept.Fresh(TwilioPayload.Of("sms"));
        var second = Kept.Fresh(TwilioPayload.Of("mms-two-media")).From(first["From"]!);
        var third = Kept.Fresh(TwilioPayload.Of("mms-ten-media")).From(first["From"]!);

        await Answer.To(_app, first);
        await Answer.To(_app, second);
        await Answer.To(_app, third);

        var kept = await Kept.OfAsync(_app, first["From"]!);
        var open = Assert.Single(kept.Conversation.Active);
        Assert.Equal(Channel.Mms, open.Channel);
        var changed = Assert.Single(kept.Log, entry => entry.Fact is TypeChanged);
        Assert.Equal(new TypeChanged(InteractionType.Messaging, Channel.Mms), changed.Fact);
        Assert.Equal(open.Id, changed.Interaction);
    }

    [Theory]
    [MemberData(nameof(Texts))]
    public async Task Any_text_survives(string text)
    {
        var payload = Kept.Fresh(TwilioPayload.Of("sms")).Text(text).With("ProfileName", text.Length > 200 ? "x" : text);

        Assert.Equal(HttpStatusCode.OK, (await Answer.To(_app, payload)).Status);

        var message = Assert.Single((await Kept.OfAsync(_app, payload["From"]!)).Messages);
        Assert.True(string.Equals(text, message.Text, StringComparison.Ordinal), "The text is another one.");
        Assert.True(string.Equals(payload["ProfileName"], message.ProfileName, StringComparison.Ordinal), "The name is another one.");
    }

    [Fact]
    public async Task WhatsApp_and_SMS_of_one_number_are_two_profiles()
    {
        var text = Kept.Fresh(TwilioPayload.Of("sms"));
        var chat = Kept.Fresh(TwilioPayload.Of("whatsapp-text")).From("whatsapp:" + text["From"]);

        await Answer.To(_app, text);
        await Answer.To(_app, chat);

        var (one, other) = (await Kept.OfAsync(_app, text["From"]!), await Kept.OfAsync(_app, chat["From"]!));
        Assert.NotEqual(one.Conversation.Id, other.Conversation.Id);
        Assert.Equal([Channel.Sms, Channel.WhatsApp], [.. one.Conversation.Active.Concat(other.Conversation.Active).Select(open => open.Channel)]);
        Assert.Equal([text["Body"], chat["Body"]], one.Messages.Concat(other.Messages).Select(message => message.Text));
    }

    [Fact]
    public async Task What_comes_through_a_messaging_service_finds_its_line_by_it()
    {
        const string Service = "MG00000000000000000000000000000077";
        await shared.HasLineAsync("service", $$"""{"queue":"billing","messagingService":"{{Service}}"}""");
        var payload = Kept.Fresh(TwilioPayload.Of("sms-messaging-service")).To("+15550100196").With("MessagingServiceSid", Service);

        await Answer.To(_app, payload);

        var open = Assert.Single((await Kept.OfAsync(_app, payload["From"]!)).Conversation.Active);
        Assert.Equal(("service", "billing"), (open.Line.Value, open.Queue.Value));
    }
}
