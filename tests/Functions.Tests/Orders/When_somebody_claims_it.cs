using System.Net;
using Interactions.Functions.Tests.Driver;
using Interactions.Functions.Tests.Http;

namespace Interactions.Functions.Tests.Orders;

public sealed class When_somebody_claims_it(SharedApp shared) : IClassFixture<SharedApp>
{
    private readonly RunningApp _app = shared.App;

    [Fact]
    public async Task It_is_theirs_even_if_they_take_nothing_else()
    {
        var team = await Team.ConfiguredAsync(_app);
        var id = await team.CustomerWaitsAsync(_app);

        var reply = await team.Seat(_app).OrdersAsync("claim", id);

        Assert.Equal((HttpStatusCode.OK, "active", team.Agents[0]), (reply.Status, (string?)reply["handling"], (string?)reply["assignedTo"]));
        Assert.Equal(1, await team.Seat(_app).LoadAsync());
    }

    [Fact]
    public async Task Claiming_it_again_is_no_mistake()
    {
        var team = await Team.ConfiguredAsync(_app);
        var id = await team.CustomerWaitsAsync(_app);
        var first = await team.Seat(_app).OrdersAsync("claim", id);

        var second = await team.Seat(_app).OrdersAsync("claim", id);

        Assert.Equal((HttpStatusCode.OK, first.ETag), (second.Status, second.ETag));
        Assert.Equal(1, await team.Seat(_app).LoadAsync());
    }

    [Fact]
    public async Task What_a_colleague_is_being_asked_about_is_not_taken_from_them()
    {
        var team = await Team.ConfiguredAsync(_app, agents: 2);
        var id = await team.CustomerIsOfferedAsync(_app);

        var reply = await team.Seat(_app, agent: 1).OrdersAsync("claim", id);

        Assert.Equal((HttpStatusCode.Conflict, "urn:interactions:not-waiting"), (reply.Status, reply.Type));
        Assert.Equal(team.Agents[0], (string?)reply["offeredTo"]);
    }

    [Fact]
    public async Task A_supervisor_who_does_not_serve_its_queue_cannot_have_it()
    {
        var team = await Team.ConfiguredAsync(_app);
        var id = await team.CustomerWaitsAsync(_app);

        var reply = await new Seat(_app, "supervisor-1").OrdersAsync("claim", id);

        Assert.Equal((HttpStatusCode.Conflict, "urn:interactions:not-a-member"), (reply.Status, reply.Type));
        Assert.Equal("queued", (string?)reply["handling"]);
    }

    [Fact]
    public async Task A_supervisor_who_serves_it_claims_it_for_themselves()
    {
        var supervisor = $"supervisor-{Guid.NewGuid():N}";
        var team = await Team.ConfiguredAsync(_app, members: supervisor);
        var id = await team.CustomerWaitsAsync(_app);
        var seat = new Seat(_app, supervisor);

        var reply = await seat.OrdersAsync("claim", id);

        Assert.Equal((HttpStatusCode.OK, supervisor), (reply.Status, (string?)reply["assignedTo"]));
        var log = await seat.GetAsync($"/api/interactions/{id}/log");
        Assert.Contains(log["items"].AsArray(), entry => (string?)entry!["by"]!["kind"] == "supervisor");
    }

    [Fact]
    public async Task Whoever_has_as_much_as_they_can_have_gets_no_more()
    {
        var team = await Team.ConfiguredAsync(_app, agent: """{"capacity":{"messaging":1}}""");
        await team.Seat(_app).OrdersAsync("claim", await team.CustomerWaitsAsync(_app));
        var next = await team.CustomerWaitsAsync(_app);

        var reply = await team.Seat(_app).OrdersAsync("claim", next);

        Assert.Equal((HttpStatusCode.Conflict, "urn:interactions:no-room"), (reply.Status, reply.Type));
        Assert.Equal(("new", "queued"), ((string?)reply["state"], (string?)reply["handling"]));
        Assert.Equal(1, await team.Seat(_app).LoadAsync());
    }

    [Fact]
    public async Task One_of_sixteen_gets_it_and_the_others_keep_their_room()
    {
        await using var apps = await TwoApps.StartAsync();
        var team = await Team.ConfiguredAsync(apps[0], agents: 16);
        await team.IsKnownToAsync(apps[1]);
        for (var round = 0; round < 3; round++)
        {
            var id = await team.CustomerWaitsAsync(apps[0]);

            var replies = await Task.WhenAll(team.Agents.Select((_, n) => team.Seat(apps[n], n).OrdersAsync("claim", id)));

            var winner = Assert.Single(replies, reply => reply.Status == HttpStatusCode.OK);
            var has = (string?)winner["assignedTo"];
            var others = replies.Where(reply => reply.Status != HttpStatusCode.OK).ToList();
            Assert.All(others, reply => Assert.Equal("urn:interactions:not-waiting", reply.Type));
            Assert.All(others, reply => Assert.Equal(has, (string?)reply["assignedTo"]));
            var loads = await Task.WhenAll(team.Agents.Select((_, n) => team.Seat(apps[n], n).LoadAsync()));
            Assert.Equal(round + 1, loads.Sum());
        }
    }
}
