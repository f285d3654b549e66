using System.Net;
using Interactions.Domain.Interactions;
using Interactions.Domain.Values;
using Interactions.Functions.Tests.Agents;
using Interactions.Functions.Tests.Driver;
using Interactions.Functions.Tests.Http;

namespace Interactions.Functions.Tests.Orders;

public sealed class When_an_offer_is_answered(SharedApp shared) : IClassFixture<SharedApp>
{
    private readonly RunningApp _app = shared.App;

    [Fact]
    public async Task Accepting_it_makes_it_theirs()
    {
        var team = await Team.ConfiguredAsync(_app);
        var id = await team.CustomerIsOfferedAsync(_app);
        var seat = team.Seat(_app);

        var reply = await seat.OrdersAsync("accept", id);

        Assert.Equal(HttpStatusCode.OK, reply.Status);
        Assert.Equal(
            [id.ToString(), "workInProgress", "active", seat.Id],
            new[] { "id", "state", "handling", "assignedTo" }.Select(field => (string?)reply[field]));
        Assert.Equal((await seat.GetAsync($"/api/interactions/{id}")).ETag, reply.ETag);
        Assert.Equal(1, await seat.LoadAsync());
    }

    [Fact]
    public async Task Accepting_it_again_is_no_mistake_and_changes_nothing()
    {
        var team = await Team.ConfiguredAsync(_app);
        var id = await team.CustomerIsOfferedAsync(_app);
        var first = await team.Seat(_app).OrdersAsync("accept", id);

        var second = await team.Seat(_app).OrdersAsync("accept", id);

        Assert.Equal((HttpStatusCode.OK, first.ETag), (second.Status, second.ETag));
        Assert.Equal("active", (string?)second["handling"]);
    }

    [Fact]
    public async Task Declining_it_leaves_the_customer_in_the_queue_and_gives_back_the_room()
    {
        var team = await Team.ConfiguredAsync(_app);
        var id = await team.CustomerIsOfferedAsync(_app);

        var first = await team.Seat(_app).OrdersAsync("decline", id);
        var second = await team.Seat(_app).OrdersAsync("decline", id, "{}");

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (first.Status, second.Status));
        Assert.Equal(("new", "queued", null), ((string?)first["state"], (string?)first["handling"], (string?)first["assignedTo"]));
        Assert.Equal(first.ETag, second.ETag);
        Assert.Equal(0, await team.Seat(_app).LoadAsync());
    }

    [Fact]
    public async Task Declining_it_again_is_no_mistake_either_when_somebody_else_is_being_asked_by_then()
    {
        var team = await Team.ConfiguredAsync(_app, agents: 2);
        var id = await team.CustomerIsOfferedAsync(_app);
        await team.Seat(_app).OrdersAsync("decline", id);
        await team.Seat(_app, agent: 1).IsAsync("ready");
        await _app.DoAsync(new MakeOffer(id, QueueId.Parse(team.Queue), AgentId.Parse(team.Agents[1])));

        var reply = await team.Seat(_app).OrdersAsync("decline", id);

        Assert.Equal(HttpStatusCode.OK, reply.Status);
        Assert.Equal(team.Agents[1], (string?)reply["offer"]["agent"]);
    }

    [Theory]
    [InlineData("accept")]
    [InlineData("decline")]
    public async Task Somebody_elses_is_refused_and_shows_whose_it_is(string action)
    {
        var team = await Team.ConfiguredAsync(_app, agents: 2);
        var id = await team.CustomerIsOfferedAsync(_app);

        var reply = await team.Seat(_app, agent: 1).OrdersAsync(action, id);

        Assert.Equal(HttpStatusCode.Conflict, reply.Status);
        Assert.Equal("application/problem+json", reply.ContentType);
        Assert.Equal(
            ["urn:interactions:not-offered-to-you", "new", "offered", team.Agents[0]],
            new[] { "type", "state", "handling", "offeredTo" }.Select(field => (string?)reply[field]));
        Assert.Null(reply["assignedTo"]);
        Assert.Equal(0, await team.Seat(_app, agent: 1).LoadAsync());
    }

    [Fact]
    public async Task What_came_to_them_unasked_cannot_be_declined()
    {
        var team = await Team.ConfiguredAsync(_app, queue: "\"autoAccept\":true");
        var id = await team.CustomerIsOfferedAsync(_app);

        var reply = await team.Seat(_app).OrdersAsync("decline", id);

        Assert.Equal((HttpStatusCode.Conflict, "urn:interactions:cannot-decline"), (reply.Status, reply.Type));
        Assert.Equal(("active", team.Agents[0]), ((string?)reply["handling"], (string?)reply["assignedTo"]));
    }

    [Fact]
    public async Task What_is_closed_stays_closed()
    {
        var team = await Team.ConfiguredAsync(_app);
        var id = await team.CustomerIsOfferedAsync(_app);
        await team.Seat(_app).OrdersAsync("accept", id);
        var by = Actor.Of(AgentId.Parse(team.Agents[0]));
        await _app.DoAsync(new End(by, id, Outcome.Resolved));
        await _app.DoAsync(new Wrap(by, id, "Answered", "done"));

        var reply = await team.Seat(_app).OrdersAsync("accept", id);

        Assert.Equal((HttpStatusCode.Conflict, "urn:interactions:closed"), (reply.Status, reply.Type));
        Assert.Equal(("closedComplete", "done"), ((string?)reply["state"], (string?)reply["handling"]));
    }

    [Fact]
    public async Task It_goes_by_the_number_too()
    {
        var team = await Team.ConfiguredAsync(_app);
        var id = await team.CustomerIsOfferedAsync(_app);
        var number = (string)(await team.Seat(_app).GetAsync($"/api/interactions/{id}"))["number"]!;

        Assert.Equal(id.ToString(), (string?)(await team.Seat(_app).OrdersAsync("accept", number))["id"]);
    }

    [Theory]
    [InlineData("accept")]
    [InlineData("decline")]
    [InlineData("claim")]
    public async Task What_is_not_there_or_cannot_be_is_said_so(string action)
    {
        var seat = new Seat(_app, "agent-1");

        Assert.Equal("urn:interactions:not-found", (await seat.OrdersAsync(action, "aaaaaaaaaaaaaaaaaaaa.1")).Type);
        Assert.Equal(HttpStatusCode.NotFound, (await seat.OrdersAsync(action, "IMS999999999999999999")).Status);
        Assert.Equal("urn:interactions:invalid-id", (await seat.OrdersAsync(action, "nonsense")).Type);
    }

    [Theory]
    [InlineData("""{"force":true}""", "unknown-field")]
    [InlineData("[]", "malformed-json")]
    [InlineData("nonsense", "malformed-json")]
    public async Task Whoever_says_more_than_there_is_to_say_is_told(string json, string reason)
    {
        var team = await Team.ConfiguredAsync(_app);
        var id = await team.CustomerIsOfferedAsync(_app);

        var reply = await team.Seat(_app).OrdersAsync("accept", id, json);

        Assert.Equal((HttpStatusCode.BadRequest, $"urn:interactions:{reason}"), (reply.Status, reply.Type));
        Assert.Equal("offered", (string?)(await team.Seat(_app).GetAsync($"/api/interactions/{id}"))["handling"]);
    }
}
