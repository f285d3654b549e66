using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Interactions.Functions.Webhooks;
using Interactions.Simulator;

namespace Interactions.Functions.Tests.Phones;

public sealed class When_a_phone_texts
{
    private static readonly SimulatedMedia Picture = new("image/png", new byte[] { 137, 80, 78, 71 });

    [Fact]
    public async Task The_webhook_is_called_with_Twilios_signature_and_parameters()
    {
        await using var bench = await Bench.StartAsync();

        var answer = await bench.Phones.TextAsync(Bench.Phone, Bench.Line, "Grüße & 1+1 = 2 👋");

        var heard = Assert.Single(bench.App.All);
        Assert.True(heard.IsSigned);
        Assert.Equal((200, "<Response/>", heard["MessageSid"]), (answer.Status, answer.Body, answer.MessageSid));
        Assert.Equal((Bench.Phone, Bench.Line, "Grüße & 1+1 = 2 👋"), (heard["From"], heard["To"], heard["Body"]));
        Assert.Equal(Names("sms"), heard.Fields.Keys.Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("whatsapp-text", "whatsapp:", 0)]
    [InlineData("whatsapp-media", "whatsapp:", 1)]
    [InlineData("mms-two-media", "", 2)]
    public async Task Other_channels_have_the_parameters_of_theirs(string captured, string scheme, int media)
    {
        await using var bench = await Bench.StartAsync(change: options => options with { Numbers = [new(scheme + Bench.Line)] });

        await bench.Phones.TextAsync(scheme + Bench.Phone, scheme + Bench.Line, "Hello", [.. Enumerable.Repeat(Picture, media)]);

        // What describes the customer's channel to Twilio alone, nobody here reads.
        var heard = Assert.Single(bench.App.All);
        Assert.Equal(Names(captured).Except(["ReferralNumMedia", "ChannelMetadata"]), heard.Fields.Keys.Order(StringComparer.Ordinal));
        var form = FormParser.Parse(Encoding.UTF8.GetBytes(string.Join('&', heard.Fields.Select(field => $"{field.Key}={Uri.EscapeDataString(field.Value)}"))));
        var message = Assert.IsType<Parsed<Domain.Messages.InboundMessage>.Understood>(InboundMessages.Parse(form!)).Value;
        Assert.Equal(media, message.Media.Length);
    }

    [Fact]
    public async Task Where_the_webhook_fails_the_fallback_is_called_once()
    {
        await using var bench = await Bench.StartAsync();
        bench.App.Says = call => call.Path == "/inbound" ? (503, "") : (200, "taken");

        var answer = await bench.Phones.TextAsync(Bench.Phone, Bench.Line, "Hello");

        Assert.Equal(["/inbound", "/fallback"], bench.App.All.Select(call => call.Path));
        Assert.Equal((200, "taken", true), (answer.Status, answer.Body, answer.ByFallback));
        Assert.True(bench.App.All[1].IsSigned);
        Assert.Single(bench.App.All.Select(call => call["MessageSid"]).Distinct());
    }

    [Fact]
    public async Task Its_pictures_are_fetched_from_the_simulator_over_another_host()
    {
        await using var bench = await Bench.StartAsync();
        await bench.Phones.TextAsync(Bench.Phone, Bench.Line, "Look", Picture);
        var url = bench.App.All.Single()["MediaUrl0"]!;
        using var http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false });

        Assert.StartsWith(bench.Phones.Url.AbsoluteUri, url, StringComparison.Ordinal);
        using var stranger = await http.GetAsync(url);
        http.DefaultRequestHeaders.Authorization = Credentials;
        using var redirect = await http.GetAsync(url);
        var store = redirect.Headers.Location!;
        using var withCredentials = await http.GetAsync(store);
        http.DefaultRequestHeaders.Authorization = null;
        using var picture = await http.GetAsync(store);

        Assert.Equal(HttpStatusCode.Unauthorized, stranger.StatusCode);
        Assert.Equal(HttpStatusCode.TemporaryRedirect, redirect.StatusCode);
        Assert.NotEqual(bench.Phones.Url.Host, store.Host);
        Assert.Equal(HttpStatusCode.BadRequest, withCredentials.StatusCode);
        Assert.Equal("image/png", picture.Content.Headers.ContentType!.MediaType);
        Assert.Equal(Picture.Content.ToArray(), await picture.Content.ReadAsByteArrayAsync());
    }

    [Fact]
    public async Task What_the_webhook_answers_is_sent_as_a_reply_with_callbacks_of_its_own()
    {
        await using var bench = await Bench.StartAsync();
        bench.App.Says = call => (200, call.Path == "/inbound"
            ? """<Response><Message statusCallback="/status?at=7"><Body>Welcome &amp; hello</Body><Media>https://example.com/a.png</Media></Message><Message>Bye</Message></Response>"""
            : "");

        await bench.Phones.TextAsync(Bench.Phone, Bench.Line, "Hello");

        Assert.Equal(["sent", "delivered"], await bench.ToldAsync());
        var replies = bench.Phones.Messages.Where(message => message.Direction == "outbound-reply").ToList();
        Assert.Equal(["Welcome & hello", "Bye"], replies.Select(reply => reply.Body));
        Assert.All(replies, reply => Assert.Equal((Bench.Line, Bench.Phone), (reply.From, reply.To)));
        Assert.Equal(["https://example.com/a.png"], replies[0].MediaUrls.AsEnumerable());
        Assert.Equal(replies[0].Sid, bench.App.Callbacks[0]["MessageSid"]);
    }

    [Fact]
    public async Task A_number_that_is_none_of_ours_cannot_be_texted()
    {
        await using var bench = await Bench.StartAsync();

        await Assert.ThrowsAsync<ArgumentException>(() => bench.Phones.TextAsync(Bench.Phone, "+15550100099", "Hello"));
    }

    private static AuthenticationHeaderValue Credentials => new(
        "Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{Webhooks.TwilioPayload.Account}:{Webhooks.TwilioPayload.AuthToken}")));

    private static IEnumerable<string> Names(string captured) =>
        Webhooks.TwilioPayload.Of(captured).Fields.Select(field => field.Key).Order(StringComparer.Ordinal);
}
