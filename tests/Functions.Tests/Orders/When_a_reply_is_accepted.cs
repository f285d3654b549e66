using System.Net;
using Interactions.Domain.Interactions;
using Interactions.Domain.Values;
using Interactions.Functions.Tests.Agents;
using Interactions.Functions.Tests.Driver;
using Interactions.Functions.Tests.Http;

namespace Interactions.Functions.Tests.Orders;

public sealed class When_a_reply_is_accepted(SharedApp shared) : IClassFixture<SharedApp>
{
    private readonly RunningApp _app = shared.App;

    [Fact]
    public async Task It_stands_in_the_log_and_waits_to_be_sent()
    {
        var (seat, id, _) = await ActiveAsync();

        var reply = await seat.OrdersAsync("messages", id, """{"text":"How can I help?\nTell me.","media":["https://example.com/a.png"]}""");

        Assert.Equal(HttpStatusCode.Accepted, reply.Status);
        Assert.Equal(("messageSent", "pending"), ((string?)reply["kind"], (string?)reply["message"]["delivery"]!["state"]));
        var logged = (await seat.GetAsync($"/api/interactions/{id}/log")).Single("messageSent");
        Assert.Equal(reply.Body!.ToJsonString(), logged.ToJsonString());
        var record = await seat.GetAsync($"/api/interactions/{id}");
        Assert.Equal((0, reply["sequence"].GetValue<long>()), ((int)record["unread"], record["lastSequence"].GetValue<long>()));
        Assert.NotNull(record["waitTime"]);
    }

    [Fact]
    public async Task Two_alike_are_two()
    {
        var (seat, id, _) = await ActiveAsync();

        await seat.OrdersAsync("messages", id, """{"text":"Yes"}""");
        await seat.OrdersAsync("messages", id, """{"text":"Yes"}""");

        Assert.Equal(["Hello", "Yes", "Yes"], (await seat.GetAsync($"/api/interactions/{id}/log")).Texts());
    }

    [Fact]
    public async Task Who_wrote_without_having_read_the_last_is_told()
    {
        var (seat, id, customer) = await ActiveAsync();
        var seen = (await seat.GetAsync($"/api/interactions/{id}"))["lastSequence"].GetValue<long>();
        await customer.TextsAsync(_app, "Never mind", to: await NumberAsync(seat, id));

        var stale = await seat.OrdersAsync("messages", id, $$"""{"text":"I will see","lastSeen":{{seen}}}""");
        var forced = await seat.OrdersAsync("messages", id, $$"""{"text":"I will see","lastSeen":{{seen}},"force":true}""");

        Assert.Equal((HttpStatusCode.Conflict, "urn:interactions:stale-view"), (stale.Status, stale.Type));
        Assert.Equal(HttpStatusCode.Accepted, forced.Status);
    }

    [Fact]
    public async Task What_is_new_comes_with_it()
    {
        var (seat, id, customer) = await ActiveAsync();
        var seen = (await seat.GetAsync($"/api/interactions/{id}"))["lastSequence"].GetValue<long>();
        await seat.OrdersAsync("notes", id, """{"text":"The carrier was asked"}""");
        await customer.TextsAsync(_app, "Never mind", to: await NumberAsync(seat, id));

        var stale = await seat.OrdersAsync("messages", id, $$"""{"text":"I will see","lastSeen":{{seen}}}""");

        var log = (await seat.GetAsync($"/api/interactions/{id}/log"))["items"].AsArray().Where(entry => entry!["sequence"]!.GetValue<long>() > seen);
        Assert.Equal(["note", "messageReceived"], stale["news"].AsArray().Select(entry => (string?)entry!["kind"]));
        Assert.Equal(log.Select(entry => entry!.ToJsonString()), stale["news"].AsArray().Select(entry => entry!.ToJsonString()));
        Assert.False((bool)stale["hasMoreNews"]);
    }

    [Fact]
    public async Task Of_much_that_is_new_the_first_comes_and_that_there_is_more()
    {
        var (seat, id, customer) = await ActiveAsync();
        var number = await NumberAsync(seat, id);
        for (var text = 0; text < 21; text++)
            await customer.TextsAsync(_app, $"And {text}", to: number);

        var stale = await seat.OrdersAsync("messages", id, """{"text":"I will see","lastSeen":1}""");

        Assert.Equal((20, true), (stale["news"].AsArray().Count, (bool)stale["hasMoreNews"]));
        Assert.Equal(2, stale["news"][0]!["sequence"]!.GetValue<long>());
    }

    [Fact]
    public async Task Whose_it_is_not_is_told_nothing_of_what_is_new()
    {
        var (seat, id, _) = await ActiveAsync();

        var refused = await new Seat(_app, "supervisor-1").OrdersAsync("messages", id, """{"text":"I will see","lastSeen":0}""");

        Assert.Equal("urn:interactions:not-yours", refused.Type);
        Assert.Null(refused.Body!["news"]);
        Assert.Equal("urn:interactions:stale-view", (await seat.OrdersAsync("messages", id, """{"text":"I will see","lastSeen":0}""")).Type);
    }

    [Fact]
    public async Task Who_said_stop_is_sent_nothing()
    {
        var (seat, id, customer) = await ActiveAsync();
        var (sid, number) = (Customer.NewSid(), await NumberAsync(seat, id));
        await customer.TextsAsync(_app, "Stop ", sid, number);

        var reply = await seat.OrdersAsync("messages", id, """{"text":"How can I help?"}""");

        Assert.Equal((HttpStatusCode.Conflict, "urn:interactions:opted-out"), (reply.Status, reply.Type));
        var known = (await seat.GetAsync($"/api/profiles/{customer.Profile}"))["consent"].AsObject().Single().Value!;
        Assert.Equal(known.ToJsonString(), reply["consent"].ToJsonString());
        Assert.Equal(("optedOut", "keyword", sid, "Stop"), (
            (string?)reply["consent"]["state"], (string?)reply["consent"]["source"], (string?)reply["consent"]["message"], (string?)reply["consent"]["word"]));
    }

    [Theory]
    [InlineData("{}", "empty-message", null)]
    [InlineData("""{"text":"  \n "}""", "empty-message", null)]
    [InlineData("""{"text":"a\u0007b"}""", "invalid-field", "text")]
    [InlineData("""{"text":"Hello","media":["http://example.com/a.png"]}""", "invalid-field", "media")]
    [InlineData("""{"text":"Hello","media":["ftp://example.com/a.png"]}""", "invalid-field", "media")]
    [InlineData("""{"text":"Hello","media":[null]}""", "invalid-field", "media")]
    [InlineData("""{"text":"Hello","lastSeen":-1}""", "invalid-field", "lastSeen")]
    [InlineData("""{"text":"Hello","lastSeen":1.5}""", "invalid-field", "lastSeen")]
    [InlineData("""{"text":"Hello","urgent":true}""", "unknown-field", "urgent")]
    public async Task What_cannot_be_sent_is_refused(string json, string reason, string? field)
    {
        var (seat, id, _) = await ActiveAsync();

        var reply = await seat.OrdersAsync("messages", id, json);

        Assert.Equal((HttpStatusCode.BadRequest, $"urn:interactions:{reason}", field), (reply.Status, reply.Type, (string?)reply.Body!["field"]));
    }

    [Fact]
    public async Task A_text_has_1600_characters_at_most_and_ten_files()
    {
        var (seat, id, _) = await ActiveAsync();
        var eleven = string.Join(',', Enumerable.Range(1, 11).Select(n => $"\"https://example.com/{n}.png\""));

        Assert.Equal(HttpStatusCode.BadRequest, (await seat.OrdersAsync("messages", id, $$"""{"text":"{{new string('x', 1601)}}"}""")).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await seat.OrdersAsync("messages", id, $$"""{"media":[{{eleven}}]}""")).Status);
        Assert.Equal(HttpStatusCode.Accepted, (await seat.OrdersAsync("messages", id, $$"""{"text":"{{new string('x', 1600)}}"}""")).Status);
    }

    private async Task<string> NumberAsync(Seat seat, InteractionId id)
    {
        var line = (string)(await seat.GetAsync($"/api/interactions/{id}"))["line"]!;
        var configured = await new Seat(_app, "admin-1").GetAsync($"/api/console/lines/{line}");
        return (string)configured["addresses"][0]!;
    }

    private async Task<(Seat Seat, InteractionId Id, Customer Customer)> ActiveAsync()
    {
        var (team, customer) = (await Team.ConfiguredAsync(_app), new Customer());
        var id = await team.CustomerWaitsAsync(_app, customer);
        await _app.DoAsync(new Claim(id, AgentId.Parse(team.Agents[0])));
        return (team.Seat(_app), id, customer);
    }
}
