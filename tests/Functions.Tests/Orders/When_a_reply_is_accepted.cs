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
    public async Task Who_said_stop_is_sent_nothing()
    {
        var (seat, id, customer) = await ActiveAsync();
        await customer.TextsAsync(_app, "STOP", to: await NumberAsync(seat, id));

        var reply = await seat.OrdersAsync("messages", id, """{"text":"How can I help?"}""");

        Assert.Equal((HttpStatusCode.Conflict, "urn:interactions:opted-out"), (reply.Status, reply.Type));
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
