using System.Net;
using System.Text.Json.Nodes;
using Interactions.Functions.Tests.Agents;
using Interactions.Functions.Tests.Driver;
using Interactions.Functions.Tests.Http;

namespace Interactions.Functions.Tests.Orders;

public sealed class When_a_text_is_counted(SharedApp shared) : IClassFixture<SharedApp>
{
    private readonly RunningApp _app = shared.App;

    [Theory]
    [InlineData("""{}""", """{"characters":0,"longest":1600,"encoding":"gsm7","segments":0,"unitsLeft":160,"ucs2Characters":[]}""")]
    [InlineData("""{"text":"Hello"}""", """{"characters":5,"longest":1600,"encoding":"gsm7","segments":1,"unitsLeft":155,"ucs2Characters":[]}""")]
    [InlineData("""{"text":"5 €"}""", """{"characters":3,"longest":1600,"encoding":"gsm7","segments":1,"unitsLeft":156,"ucs2Characters":[]}""")]
    [InlineData("""{"text":"“Yes” 😀“"}""", """{"characters":9,"longest":1600,"encoding":"ucs2","segments":1,"unitsLeft":61,"ucs2Characters":["“","”","😀"]}""")]
    [InlineData("""{"text":"Yes 😀","channel":"sms"}""", """{"characters":6,"longest":1600,"encoding":"ucs2","segments":1,"unitsLeft":64,"ucs2Characters":["😀"]}""")]
    [InlineData("""{"text":"Yes 😀","channel":"whatsapp"}""", """{"characters":6,"longest":1600,"encoding":null,"segments":null,"unitsLeft":null,"ucs2Characters":[]}""")]
    [InlineData("""{"text":"Yes","hasMedia":true}""", """{"characters":3,"longest":1600,"encoding":null,"segments":null,"unitsLeft":null,"ucs2Characters":[]}""")]
    public async Task Whoever_is_writing_sees_what_it_takes(string draft, string count) =>
        Assert.Equal(JsonNode.Parse(count)!.ToJsonString(), (await CountAsync(draft).IsAsync(HttpStatusCode.OK)).Body!.ToJsonString());

    [Fact]
    public async Task What_is_too_long_to_be_sent_is_counted_too()
    {
        var count = await CountAsync($$"""{"text":"{{new string('x', 16_000)}}"}""").IsAsync(HttpStatusCode.OK);

        Assert.Equal((16_000, 105), ((int)count["characters"], (int)count["segments"]));
    }

    [Theory]
    [InlineData("""{"text":"a\u0007b"}""", "text")]
    [InlineData("""{"text":1}""", "text")]
    [InlineData("""{"text":"Hello","channel":"fax"}""", "channel")]
    public async Task What_is_no_text_is_not_counted(string draft, string field) =>
        Assert.Equal(field, (string?)(await CountAsync(draft).IsAsync(HttpStatusCode.BadRequest, "invalid-field"))["field"]);

    [Theory]
    [InlineData("How can I help?", "gsm7", 1)]
    [InlineData("How can I help? 😀", "ucs2", 1)]
    public async Task What_was_sent_is_counted_at_once_and_in_the_log(string text, string encoding, int segments)
    {
        var matter = await Matter.ActiveAsync(_app);

        var sent = await matter.Agent.OrdersAsync("messages", matter.Id, $$"""{"text":"{{text}}"}""").IsAsync(HttpStatusCode.Accepted);
        var logged = (await matter.LogAsync()).Single("messageSent");
        var told = (await matter.Agent.GetAsync($"/api/profiles/{matter.Customer.Profile}/log")).Single("messageSent");

        Assert.All([sent.Body!, logged, told], entry =>
            Assert.Equal((encoding, segments), ((string?)entry["message"]!["encoding"], (int?)entry["message"]!["segments"])));
    }

    [Fact]
    public async Task What_has_something_attached_is_no_sms()
    {
        var matter = await Matter.ActiveAsync(_app);

        var sent = await matter.Agent.OrdersAsync("messages", matter.Id, """{"text":"Here","media":["https://example.com/a.png"]}""");

        Assert.Null(sent["message"]["encoding"]);
        Assert.Null(sent["message"]["segments"]);
    }

    private Task<Reply> CountAsync(string draft) => _app.PostAsync("/api/messages/count", draft);
}
