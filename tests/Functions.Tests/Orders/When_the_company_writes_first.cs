using System.Globalization;
using System.Net;
using Interactions.Functions.Tests.Agents;
using Interactions.Functions.Tests.Console;
using Interactions.Functions.Tests.Driver;
using Interactions.Functions.Tests.Http;

namespace Interactions.Functions.Tests.Orders;

public sealed class When_the_company_writes_first(SharedApp shared) : IClassFixture<SharedApp>
{
    private readonly RunningApp _app = shared.App;
    private readonly Customer _customer = new();

    [Fact]
    public async Task Record_and_text_are_accepted_together()
    {
        var team = await Team.ConfiguredAsync(_app);

        var record = await BeginAsync(team, """{"text":"Your parcel is here"}""").IsAsync(HttpStatusCode.Created);

        var sent = (await LogAsync(team, record)).Single("messageSent");
        Assert.Equal(("Your parcel is here", "tel:" + team.Number), ((string?)sent["message"]!["text"], (string?)sent["message"]!["from"]));
        Assert.Equal(record["lastSequence"].ToJsonString(), sent["sequence"]!.ToJsonString());
    }

    [Fact]
    public async Task The_same_request_again_writes_nothing_more()
    {
        var team = await Team.ConfiguredAsync(_app);
        var json = Json(team, """{"text":"Your parcel is here"}""");
        var first = await KeyedAsync(team, json);

        var again = await KeyedAsync(team, json);
        var other = await KeyedAsync(team, json.Replace("here", "gone", StringComparison.Ordinal));

        Assert.Equal((HttpStatusCode.Created, first.Body!.ToJsonString()), (again.Status, again.Body!.ToJsonString()));
        Assert.Equal("urn:interactions:idempotency-key-reused", other.Type);
        Assert.Equal(["Your parcel is here"], (await LogAsync(team, first)).Texts());
    }

    [Fact]
    public async Task It_goes_on_in_what_is_open_there()
    {
        var team = await Team.ConfiguredAsync(_app, agents: 2);
        var id = await team.CustomerWaitsAsync(_app, _customer);

        var joined = await BeginAsync(team, """{"text":"I have found it"}""").IsAsync(HttpStatusCode.OK);
        var colleague = await team.Seat(_app, agent: 1).AskAsync(HttpMethod.Post, "/api/interactions", Json(team, """{"text":"I too"}"""));

        Assert.Equal((id.ToString(), team.Agents[0]), (joined["id"].ToString(), (string?)joined["assignedTo"]));
        Assert.Equal((HttpStatusCode.Conflict, "urn:interactions:active-with-another", team.Agents[0]), (colleague.Status, colleague.Type, (string?)colleague["assignedTo"]));
        Assert.Equal(["Hello", "I have found it"], (await LogAsync(team, joined)).Texts());
    }

    [Fact]
    public async Task A_colleague_who_may_not_see_it_learns_only_that_it_is_there()
    {
        var (team, other) = (await Team.ConfiguredAsync(_app), await Team.ConfiguredAsync(_app));
        await BeginAsync(team, """{"text":"Your parcel is here"}""").IsAsync(HttpStatusCode.Created);

        var refused = await other.Seat(_app).AskAsync(HttpMethod.Post, "/api/interactions", Json(team, """{"text":"Mine"}"""));

        Assert.Equal((HttpStatusCode.Conflict, "urn:interactions:active-with-another"), (refused.Status, refused.Type));
        Assert.Null(refused.Body!["assignedTo"]);
    }

    [Fact]
    public async Task Nobody_is_written_to_unasked_at_night()
    {
        var team = await Team.ConfiguredAsync(_app);
        var dayAfterTomorrow = DateTime.UtcNow.Date.AddDays(2);
        await _app.ConfigureAsync(
            $"/api/console/hours/{team.Line}", $$"""{"week":[{"day":"{{dayAfterTomorrow.DayOfWeek.ToString().ToLowerInvariant()}}","from":"08:00","to":"18:00"}]}""");
        await LineIsAsync(team, $$"""{"queue":"{{team.Queue}}","addresses":["{{team.Number}}"],"writeFirst":"{{team.Line}}"}""");

        var refused = await BeginAsync(team, """{"text":"Your parcel is here"}""", "\"force\":true,").IsAsync(HttpStatusCode.Conflict, "quiet-hours");
        Assert.Equal(dayAfterTomorrow.AddHours(8), DateTime.Parse((string)refused["until"]!, CultureInfo.InvariantCulture).ToUniversalTime());
        Assert.Empty((await _customer.ConversationAsync(_app)).Active);

        var id = await team.CustomerWaitsAsync(_app, _customer);
        await team.Seat(_app).OrdersAsync("claim", id).IsAsync(HttpStatusCode.OK);
        await team.Seat(_app).OrdersAsync("messages", id, """{"text":"How can I help?"}""").IsAsync(HttpStatusCode.Accepted);
    }

    [Fact]
    public async Task In_WhatsApp_it_takes_a_template_until_they_write()
    {
        var team = await Team.ConfiguredAsync(_app);
        var to = "whatsapp:" + _customer.Number;
        const string template = """{"template":{"sid":"HX0123456789abcdef0123456789abcdef","variables":{"1":"Tuesday"}}}""";
        await BeginAsync(team, """{"text":"Your parcel is here"}""", to: to).IsAsync(HttpStatusCode.Conflict, "template-needed");

        var record = await BeginAsync(team, template, to: to).IsAsync(HttpStatusCode.Created);
        await team.Seat(_app).OrdersAsync("messages", record["id"], """{"text":"Are you there?"}""").IsAsync(HttpStatusCode.Conflict, "template-needed");
        await team.Seat(_app).OrdersAsync("messages", record["id"], template).IsAsync(HttpStatusCode.Accepted);
        await Webhooks.Answer.To(_app, _customer.Message("Yes", to: "whatsapp:" + team.Number).From(to));
        await team.Seat(_app).OrdersAsync("messages", record["id"], """{"text":"Good"}""").IsAsync(HttpStatusCode.Accepted);

        var log = await LogAsync(team, record);
        Assert.Equal(["", "", "Yes", "Good"], log.Texts());
        var first = log["items"].AsArray().First(entry => (string?)entry!["kind"] == "messageSent")!["message"]!;
        Assert.Equal("""{"sid":"HX0123456789abcdef0123456789abcdef","variables":{"1":"Tuesday"}}""", first["template"]!.ToJsonString());
        Assert.Equal("whatsapp:" + team.Number, (string?)first["from"]);
    }

    [Fact]
    public async Task A_line_that_has_nothing_to_write_with_does_not()
    {
        var team = await Team.ConfiguredAsync(_app);
        var id = await team.CustomerWaitsAsync(_app, _customer);
        await team.Seat(_app).OrdersAsync("claim", id).IsAsync(HttpStatusCode.OK);
        await LineIsAsync(team, $$"""{"queue":"{{team.Queue}}"}""");

        await team.Seat(_app).OrdersAsync("messages", id, """{"text":"How can I help?"}""").IsAsync(HttpStatusCode.Conflict, "no-sender");
    }

    [Fact]
    public async Task Of_several_numbers_they_are_answered_by_the_one_they_wrote_to()
    {
        var (team, other) = (await Team.ConfiguredAsync(_app), await Team.ConfiguredAsync(_app));
        await LineIsAsync(other, $$"""{"queue":"{{other.Queue}}"}""");
        await LineIsAsync(team, $$"""{"queue":"{{team.Queue}}","addresses":["{{team.Number}}","{{other.Number}}"]}""");
        foreach (var number in (string[])[team.Number, other.Number, team.Number, other.Number])
        {
            await _customer.TextsAsync(_app, "Hello", to: number);
            var record = await BeginAsync(team, """{"text":"Here I am"}""");

            Assert.Equal("tel:" + number, (string?)(await LogAsync(team, record))["items"].AsArray()[^1]!["message"]!["from"]);
        }
    }

    [Theory]
    [InlineData("""{"text":"a\u0007b"}""", "message.text")]
    [InlineData("""{"media":["http://example.com/a.png"]}""", "message.media")]
    [InlineData("""{"template":{}}""", "message.template.sid")]
    [InlineData("""{"template":{"sid":"HX12"}}""", "message.template.sid")]
    [InlineData("""{"template":{"sid":"HX0123456789abcdef0123456789abcdef","variables":{"1":null}}}""", "message.template.variables")]
    [InlineData("""{"template":{"sid":"HX0123456789abcdef0123456789abcdef","variables":{"":"x"}}}""", "message.template.variables")]
    [InlineData("""{"text":"Hello","template":{"sid":"HX0123456789abcdef0123456789abcdef"}}""", "message.template")]
    public async Task What_makes_no_sense_is_refused(string message, string field)
    {
        var refused = await BeginAsync(await Team.ConfiguredAsync(_app), message).IsAsync(HttpStatusCode.BadRequest, "invalid-field");

        Assert.Equal(field, (string?)refused["field"]);
    }

    [Fact]
    public async Task A_call_says_nothing_in_writing()
    {
        var team = await Team.ConfiguredAsync(_app);
        var json = Json(team, """{"text":"Hello"}""").Replace("messaging", "phone", StringComparison.Ordinal);

        Assert.Equal("message", (string?)(await team.Seat(_app).AskAsync(HttpMethod.Post, "/api/interactions", json).IsAsync(HttpStatusCode.BadRequest))["field"]);
    }

    [Fact]
    public async Task Nothing_is_opened_for_an_empty_text()
    {
        var team = await Team.ConfiguredAsync(_app);

        await BeginAsync(team, """{"text":" "}""").IsAsync(HttpStatusCode.BadRequest, "empty-message");

        Assert.Empty((await _customer.ConversationAsync(_app)).Active);
    }

    private async Task LineIsAsync(Team team, string json)
    {
        Assert.Equal(HttpStatusCode.OK, (await _app.ConfigureAsync($"/api/console/lines/{team.Line}", json, "*")).Status);
        await team.IsKnownToAsync(_app);
    }

    private Task<Reply> BeginAsync(Team team, string message, string more = "", string? to = null) =>
        team.Seat(_app).AskAsync(HttpMethod.Post, "/api/interactions", Json(team, message, more, to));

    private string Json(Team team, string message, string more = "", string? to = null) =>
        $$"""{"type":"messaging","line":"{{team.Line}}","to":"{{to ?? _customer.Number}}",{{more}}"message":{{message}}}""";

    private async Task<Reply> KeyedAsync(Team team, string json)
    {
        using var request = team.Seat(_app).Request(HttpMethod.Post, "/api/interactions");
        request.Content = Api.Json(json);
        request.Headers.Add("Idempotency-Key", team.Line);
        using var response = await _app.Client.SendAsync(request);
        return await Reply.OfAsync(response);
    }

    private Task<Reply> LogAsync(Team team, Reply record) => team.Seat(_app).GetAsync($"/api/interactions/{record["id"]}/log?limit=200");
}
