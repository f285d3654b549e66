using System.Net;
using Interactions.Functions.Tests.Driver;
using Interactions.Functions.Tests.Http;

namespace Interactions.Functions.Tests.Orders;

public sealed class When_a_supervisor_assigns_it(SharedApp shared) : IClassFixture<SharedApp>
{
    private readonly RunningApp _app = shared.App;

    [Theory]
    [InlineData("supervisor-1")]
    [InlineData("admin-1")]
    public async Task The_agent_is_asked(string by)
    {
        var team = await Team.ConfiguredAsync(_app);
        var id = await team.CustomerWaitsAsync(_app);
        await team.Seat(_app).IsAsync("ready");
        var order = $$"""{"agent":"{{team.Agents[0]}}"}""";

        var first = await new Seat(_app, by).OrdersAsync("assign", id, order);
        var second = await new Seat(_app, by).OrdersAsync("assign", id, order);

        Assert.Equal((HttpStatusCode.OK, team.Agents[0]), (first.Status, (string?)first["offer"]["agent"]));
        Assert.Equal((HttpStatusCode.OK, first.ETag), (second.Status, second.ETag));
    }

    [Fact]
    public async Task The_agent_has_it_if_forced_though_they_take_nothing_now()
    {
        var team = await Team.ConfiguredAsync(_app, agents: 2);
        var id = await team.CustomerIsOfferedAsync(_app, agent: 1);

        var reply = await new Seat(_app, "supervisor-1").OrdersAsync("assign", id, $$"""{"agent":"{{team.Agents[0]}}","forced":true}""");

        Assert.Equal((HttpStatusCode.OK, "active", team.Agents[0]), (reply.Status, (string?)reply["handling"], (string?)reply["assignedTo"]));
        Assert.Equal((1, 0), (await team.Seat(_app).LoadAsync(), await team.Seat(_app, agent: 1).LoadAsync()));
    }

    [Fact]
    public async Task Nobody_gets_more_than_they_can_have_by_force_either()
    {
        var team = await Team.ConfiguredAsync(_app, agent: """{"capacity":{"messaging":0}}""");
        var id = await team.CustomerWaitsAsync(_app);

        var reply = await new Seat(_app, "supervisor-1").OrdersAsync("assign", id, $$"""{"agent":"{{team.Agents[0]}}","forced":true}""");

        Assert.Equal((HttpStatusCode.Conflict, "urn:interactions:no-room"), (reply.Status, reply.Type));
    }

    [Fact]
    public async Task Who_is_away_is_not_asked()
    {
        var team = await Team.ConfiguredAsync(_app);
        var id = await team.CustomerWaitsAsync(_app);

        var reply = await new Seat(_app, "supervisor-1").OrdersAsync("assign", id, $$"""{"agent":"{{team.Agents[0]}}"}""");

        Assert.Equal((HttpStatusCode.Conflict, "urn:interactions:agent-not-ready"), (reply.Status, reply.Type));
        Assert.Equal("queued", (string?)reply["handling"]);
    }

    [Fact]
    public async Task An_agent_may_not()
    {
        var team = await Team.ConfiguredAsync(_app);
        var id = await team.CustomerWaitsAsync(_app);

        var reply = await team.Seat(_app).OrdersAsync("assign", id, $$"""{"agent":"{{team.Agents[0]}}","forced":true}""");

        Assert.Equal((HttpStatusCode.Forbidden, "urn:interactions:forbidden"), (reply.Status, reply.Type));
    }

    [Theory]
    [InlineData("{}", 400, "invalid-field", "agent")]
    [InlineData("""{"agent":"Nobody"}""", 400, "invalid-field", "agent")]
    [InlineData("""{"agent":"agent-nobody"}""", 404, "not-found", "agent")]
    [InlineData("""{"agent":"agent-1","forced":"yes"}""", 400, "invalid-field", "forced")]
    [InlineData("""{"agent":"agent-1","force":true}""", 400, "unknown-field", "force")]
    public async Task Whatever_is_wrong_with_it_is_named(string json, int status, string reason, string field)
    {
        var reply = await new Seat(_app, "supervisor-1").OrdersAsync("assign", "aaaaaaaaaaaaaaaaaaaa.1", json);

        Assert.Equal((status, $"urn:interactions:{reason}"), ((int)reply.Status, reply.Type));
        Assert.Equal(field, (string?)reply["field"]);
    }
}
