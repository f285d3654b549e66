using System.Net;
using Interactions.Domain.Interactions;
using Interactions.Domain.Values;
using Interactions.Functions.Tests.Agents;
using Interactions.Functions.Tests.Driver;
using Interactions.Functions.Tests.Http;

namespace Interactions.Functions.Tests.Orders;

public sealed class When_an_agent_works_on_it(SharedApp shared) : IClassFixture<SharedApp>
{
    private readonly RunningApp _app = shared.App;

    [Fact]
    public async Task It_is_held_resumed_ended_and_wrapped_up()
    {
        var team = await Team.ConfiguredAsync(_app);
        var (seat, id) = (team.Seat(_app), await ActiveAsync(team));

        var held = await seat.OrdersAsync("hold", id, """{"reason":"waitingInternal"}""");
        Assert.Equal((HttpStatusCode.OK, "onHold", "waitingInternal"), (held.Status, (string?)held["state"], (string?)held["stateReason"]));
        Assert.Equal("workInProgress", (string?)(await seat.OrdersAsync("resume", id))["state"]);
        var ended = await seat.OrdersAsync("end", id, """{"outcome":"resolved","shortDescription":"  Lost parcel "}""");
        Assert.Equal(("wrapUp", "resolved", "Lost parcel"), ((string?)ended["handling"], (string?)ended["outcome"], (string?)ended["shortDescription"]));
        var closed = await seat.OrdersAsync("wrap", id, """{"disposition":"refunded"}""");

        Assert.Equal(("closedComplete", "done", "refunded"), ((string?)closed["state"], (string?)closed["handling"], (string?)closed["disposition"]));
        Assert.Equal(team.Agents[0], (string?)closed["closedBy"]["agent"]);
        Assert.Equal(0, await seat.LoadAsync());
    }

    [Theory]
    [InlineData("hold", """{"reason":"waitingOnCustomer"}""")]
    [InlineData("end", """{"outcome":"unresolved"}""")]
    public async Task The_same_order_again_changes_nothing(string action, string json)
    {
        var team = await Team.ConfiguredAsync(_app);
        var (seat, id) = (team.Seat(_app), await ActiveAsync(team));
        var first = await seat.OrdersAsync(action, id, json);

        var second = await seat.OrdersAsync(action, id, json);

        Assert.Equal((HttpStatusCode.OK, first.ETag), (second.Status, second.ETag));
    }

    [Fact]
    public async Task What_they_wrapped_up_is_wrapped_up()
    {
        var team = await Team.ConfiguredAsync(_app);
        var (seat, id) = (team.Seat(_app), await ActiveAsync(team));
        await seat.OrdersAsync("end", id, """{"outcome":"resolved"}""");
        var first = await seat.OrdersAsync("wrap", id, """{"shortDescription":"Answered"}""");

        var second = await seat.OrdersAsync("wrap", id, """{"shortDescription":"Answered"}""");

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (first.Status, second.Status));
        Assert.Equal(first.Body!.ToJsonString(), second.Body!.ToJsonString());
    }

    [Fact]
    public async Task Once_it_is_closed_something_else_comes_too_late()
    {
        var team = await Team.ConfiguredAsync(_app);
        var (seat, id) = (team.Seat(_app), await ActiveAsync(team));
        await seat.OrdersAsync("end", id, """{"outcome":"resolved"}""");
        Assert.Equal("Parcel", (string?)(await seat.OrdersAsync("end", id, """{"outcome":"resolved","shortDescription":"Parcel"}"""))["shortDescription"]);
        await seat.OrdersAsync("wrap", id, """{"disposition":"refunded"}""");

        foreach (var (action, json, status) in (IEnumerable<(string, string?, HttpStatusCode)>)
            [
                ("end", """{"outcome":"unresolved"}""", HttpStatusCode.Conflict), ("wrap", null, HttpStatusCode.OK),
                ("end", """{"outcome":"resolved"}""", HttpStatusCode.OK),
            ])
        {
            Assert.Equal(status, (await seat.OrdersAsync(action, id, json)).Status);
            Assert.Equal(status, (await new Seat(_app, "supervisor-1").OrdersAsync(action, id, json)).Status);
        }

        var late = await seat.OrdersAsync("wrap", id, """{"shortDescription":"Parcel 42","disposition":"sent again"}""");
        Assert.Equal(
            (HttpStatusCode.OK, "Parcel 42", "sent again"), (late.Status, (string?)late["shortDescription"], (string?)late["disposition"]));
    }

    [Fact]
    public async Task A_supervisor_takes_it_over_whatever_they_serve()
    {
        var team = await Team.ConfiguredAsync(_app);
        var (id, supervisor) = (await ActiveAsync(team), new Seat(_app, $"supervisor-{Guid.NewGuid():N}"));

        var reply = await supervisor.OrdersAsync("assign", id, $$"""{"agent":"{{supervisor.Id}}","forced":true}""");

        Assert.Equal((HttpStatusCode.OK, supervisor.Id), (reply.Status, (string?)reply["assignedTo"]));
        Assert.Equal(HttpStatusCode.Accepted, (await supervisor.OrdersAsync("messages", id, """{"text":"I will see to it"}""")).Status);
        Assert.Equal((0, 1), (await team.Seat(_app).LoadAsync(), await supervisor.LoadAsync()));
    }

    [Theory]
    [InlineData("hold", null, "hold-reason-needed")]
    [InlineData("hold", "{}", "hold-reason-needed")]
    [InlineData("wrap", """{"shortDescription":"Answered"}""", "not-in-wrap-up")]
    public async Task What_cannot_be_done_to_it_now_is_refused(string action, string? json, string reason)
    {
        var team = await Team.ConfiguredAsync(_app);
        var (seat, id) = (team.Seat(_app), await ActiveAsync(team));

        var reply = await seat.OrdersAsync(action, id, json);

        Assert.Equal((HttpStatusCode.Conflict, $"urn:interactions:{reason}"), (reply.Status, reply.Type));
    }

    [Fact]
    public async Task Nothing_is_closed_that_nobody_described()
    {
        var team = await Team.ConfiguredAsync(_app, queue: "\"wrapUpForSeconds\":null");
        var (seat, id) = (team.Seat(_app), await ActiveAsync(team));

        var bare = await seat.OrdersAsync("end", id, """{"outcome":"resolved","shortDescription":"   "}""");
        var described = await seat.OrdersAsync("end", id, """{"outcome":"resolved","shortDescription":"Lost parcel"}""");

        Assert.Equal((HttpStatusCode.Conflict, "urn:interactions:short-description-needed"), (bare.Status, bare.Type));
        Assert.Equal("closedComplete", (string?)described["state"]);
    }

    [Theory]
    [InlineData("hold", """{"reason":"lunch"}""", "invalid-field", "reason")]
    [InlineData("hold", """{"reason":1}""", "invalid-field", "reason")]
    [InlineData("hold", """{"because":"lunch"}""", "unknown-field", "because")]
    [InlineData("resume", """{"reason":"waitingInternal"}""", "unknown-field", "reason")]
    [InlineData("end", "{}", "invalid-field", "outcome")]
    [InlineData("end", """{"outcome":"perhaps"}""", "invalid-field", "outcome")]
    [InlineData("end", """{"outcome":"resolved","shortDescription":"two\nlines"}""", "invalid-field", "shortDescription")]
    [InlineData("wrap", """{"disposition":"a\u0000b"}""", "invalid-field", "disposition")]
    public async Task A_body_that_is_wrong_is_refused(string action, string json, string reason, string field)
    {
        var team = await Team.ConfiguredAsync(_app);
        var id = await ActiveAsync(team);

        var reply = await team.Seat(_app).OrdersAsync(action, id, json);

        Assert.Equal((HttpStatusCode.BadRequest, $"urn:interactions:{reason}", field), (reply.Status, reply.Type, (string?)reply["field"]));
    }

    [Fact]
    public async Task A_short_description_has_160_characters_at_most()
    {
        var team = await Team.ConfiguredAsync(_app);
        var (seat, id) = (team.Seat(_app), await ActiveAsync(team));

        var long161 = await seat.OrdersAsync("end", id, $$"""{"outcome":"resolved","shortDescription":"{{new string('x', 161)}}"}""");
        var long160 = await seat.OrdersAsync("end", id, $$"""{"outcome":"resolved","shortDescription":"{{new string('x', 160)}}"}""");

        Assert.Equal((HttpStatusCode.BadRequest, HttpStatusCode.OK), (long161.Status, long160.Status));
    }

    [Fact]
    public async Task A_supervisor_ends_what_is_an_agents()
    {
        var team = await Team.ConfiguredAsync(_app);
        var id = await ActiveAsync(team);

        var reply = await new Seat(_app, "supervisor-1").OrdersAsync("end", id, """{"outcome":"unresolved"}""");

        Assert.Equal((HttpStatusCode.OK, "wrapUp"), (reply.Status, (string?)reply["handling"]));
        var log = await new Seat(_app, "supervisor-1").GetAsync($"/api/interactions/{id}/log");
        Assert.Equal("supervisor", (string?)log.Single("ended")["by"]!["kind"]);
    }

    private async Task<InteractionId> ActiveAsync(Team team)
    {
        var id = await team.CustomerWaitsAsync(_app);
        await _app.DoAsync(new Claim(id, AgentId.Parse(team.Agents[0])));
        return id;
    }
}
