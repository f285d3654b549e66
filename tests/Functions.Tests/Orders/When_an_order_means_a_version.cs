using System.Net;
using Interactions.Functions.Tests.Driver;
using Interactions.Functions.Tests.Http;

namespace Interactions.Functions.Tests.Orders;

public sealed class When_an_order_means_a_version(SharedApp shared) : IClassFixture<SharedApp>
{
    private readonly RunningApp _app = shared.App;

    [Fact]
    public async Task It_is_carried_out_on_that_one()
    {
        var team = await Team.ConfiguredAsync(_app);
        var id = await team.CustomerWaitsAsync(_app);
        var seen = (await team.Seat(_app).GetAsync($"/api/interactions/{id}")).ETag;

        Assert.Equal(HttpStatusCode.OK, (await team.Seat(_app).OrdersAsync("claim", id, ifMatch: seen)).Status);
    }

    [Fact]
    public async Task It_is_not_carried_out_on_another_and_nothing_is_kept_for_it()
    {
        var team = await Team.ConfiguredAsync(_app);
        var customer = new Customer();
        var id = await team.CustomerWaitsAsync(_app, customer);
        var seen = (await team.Seat(_app).GetAsync($"/api/interactions/{id}")).ETag;
        await customer.TextsAsync(_app, "Are you there?", to: team.Number);

        var reply = await team.Seat(_app).OrdersAsync("claim", id, ifMatch: seen);

        Assert.Equal((HttpStatusCode.PreconditionFailed, "urn:interactions:precondition-failed"), (reply.Status, reply.Type));
        Assert.Equal(("new", "queued"), ((string?)reply["state"], (string?)reply["handling"]));
        Assert.Equal("queued", (string?)(await team.Seat(_app).GetAsync($"/api/interactions/{id}"))["handling"]);
        Assert.Equal(0, await team.Seat(_app).LoadAsync());
    }

    [Fact]
    public async Task Whoever_asks_again_for_what_is_done_is_not_told_that_it_changed()
    {
        var team = await Team.ConfiguredAsync(_app);
        var id = await team.CustomerWaitsAsync(_app);
        var seen = (await team.Seat(_app).GetAsync($"/api/interactions/{id}")).ETag;
        await team.Seat(_app).OrdersAsync("claim", id, ifMatch: seen);

        var reply = await team.Seat(_app).OrdersAsync("claim", id, ifMatch: seen);

        Assert.Equal((HttpStatusCode.OK, team.Agents[0]), (reply.Status, (string?)reply["assignedTo"]));
    }

    [Fact]
    public async Task Who_comes_too_late_learns_who_has_it()
    {
        var team = await Team.ConfiguredAsync(_app, agents: 2);
        var id = await team.CustomerWaitsAsync(_app);
        var seen = (await team.Seat(_app).GetAsync($"/api/interactions/{id}")).ETag;
        await team.Seat(_app).OrdersAsync("claim", id);

        var reply = await team.Seat(_app, agent: 1).OrdersAsync("claim", id, ifMatch: seen);

        Assert.Equal((HttpStatusCode.Conflict, team.Agents[0]), (reply.Status, (string?)reply["assignedTo"]));
    }

    [Fact]
    public async Task What_is_no_version_is_named()
    {
        var team = await Team.ConfiguredAsync(_app);
        var id = await team.CustomerWaitsAsync(_app);

        var reply = await team.Seat(_app).OrdersAsync("claim", id, ifMatch: "nonsense");

        Assert.Equal((HttpStatusCode.BadRequest, "If-Match"), (reply.Status, (string?)reply["parameter"]));
    }
}
