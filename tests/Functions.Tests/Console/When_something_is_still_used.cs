using System.Net;
using Interactions.Domain.Desks;
using Interactions.Domain.Interactions;
using Interactions.Domain.Values;
using Interactions.Functions.Tests.Driver;
using Interactions.Functions.Tests.Http;
using Interactions.Functions.Tests.Routing;

namespace Interactions.Functions.Tests.Console;

public sealed class When_something_is_still_used(SharedApp shared) : IClassFixture<SharedApp>
{
    private readonly RunningApp _app = shared.App;
    private readonly string _id = Admin.NewId();

    [Theory]
    [InlineData("agents", "{}", "queues", """{"members":["agent-1","ID"]}""")]
    [InlineData("queues", "{}", "queues", """{"overflowTo":"ID"}""")]
    [InlineData("queues", "{}", "lines", """{"queue":"ID"}""")]
    [InlineData("hours", "{}", "lines", """{"queue":"support","hours":"ID"}""")]
    [InlineData("hours", "{}", "lines", """{"queue":"support","writeFirst":"ID"}""")]
    public async Task It_cannot_be_removed_and_who_uses_it_is_named(string kind, string json, string userKind, string user)
    {
        var (path, userPath) = ($"/api/console/{kind}/{_id}", $"/api/console/{userKind}/{_id}-user");
        await _app.ConfigureAsync(path, json);
        await _app.ConfigureAsync(userPath, user.Replace("ID", _id, StringComparison.Ordinal));

        var refused = await _app.RemoveAsync(path, "*");

        Assert.Equal(HttpStatusCode.Conflict, refused.Status);
        Assert.Equal("urn:interactions:in-use", refused.Type);
        Assert.Equal([$"{userKind}/{_id}-user"], refused["usedBy"].Texts());
        Assert.Equal(HttpStatusCode.OK, (await _app.ReadAsync(path)).Status);

        await _app.RemoveAsync(userPath, "*");
        Assert.Equal(HttpStatusCode.NoContent, (await _app.RemoveAsync(path, "*")).Status);
    }

    [Fact]
    public async Task Everything_that_uses_it_is_named()
    {
        await _app.ConfigureAsync($"/api/console/queues/{_id}", "{}");
        await _app.ConfigureAsync($"/api/console/queues/{_id}-more", $$"""{"overflowTo":"{{_id}}"}""");
        await _app.ConfigureAsync($"/api/console/lines/{_id}", $$"""{"queue":"{{_id}}"}""");

        var refused = await _app.RemoveAsync($"/api/console/queues/{_id}", "*");

        Assert.Equal([$"lines/{_id}", $"queues/{_id}-more"], refused["usedBy"].Texts());
    }

    [Fact]
    public async Task An_agent_who_has_something_stays_until_they_have_nothing()
    {
        var (team, other) = (await Team.ConfiguredAsync(_app), await Team.ConfiguredAsync(_app));
        var id = await team.CustomerIsOfferedAsync(_app);
        var number = (string)(await team.Seat(_app).OrdersAsync("accept", id))["number"]!;
        var path = $"/api/console/agents/{team.Agents[0]}";
        await _app.ConfigureAsync($"/api/console/queues/{team.Queue}", "{}", "*");

        var refused = await _app.RemoveAsync(path, "*");

        Assert.Equal((HttpStatusCode.Conflict, "urn:interactions:in-use"), (refused.Status, refused.Type));
        Assert.Equal([$"interactions/{number}"], refused["usedBy"].Texts());

        await team.Seat(_app).OrdersAsync("transfer", id, $$"""{"queue":"{{other.Queue}}"}""");
        Assert.Equal(HttpStatusCode.NoContent, (await _app.RemoveAsync(path, "*")).Status);
    }

    [Fact]
    public async Task A_queue_in_which_something_is_open_stays_until_nothing_is()
    {
        await using var floor = await Floor.OpenAsync();
        var customer = await floor.TextsAsync();
        var path = $"/api/console/queues/{floor.Queue}";
        var line = (await floor.InteractionOfAsync(customer)).Line;
        await floor.App.RemoveAsync($"/api/console/lines/{line}", "*");

        var refused = await floor.App.RemoveAsync(path, "*");

        Assert.Equal("urn:interactions:in-use", refused.Type);
        Assert.Equal(["customers who wait in it"], refused["usedBy"].Texts());

        await floor.IsAsync(Presence.Ready, 1);
        var id = (await floor.OfferedAsync(customer, 1)).Id;
        await IsHadByAgentsAsync();
        await floor.DoAsync(new AcceptOffer(id, floor.Agent(1)));
        await IsHadByAgentsAsync();

        await floor.DoAsync(new End(Actor.Of(floor.Agent(1)), id, Outcome.Resolved));
        await floor.DoAsync(new Wrap(Actor.Of(floor.Agent(1)), id, "Asked for help", null));
        Assert.Equal(HttpStatusCode.NoContent, (await floor.App.RemoveAsync(path, "*")).Status);

        async Task IsHadByAgentsAsync() =>
            Assert.Equal(["interactions of it that agents have"], (await floor.App.RemoveAsync(path, "*"))["usedBy"].Texts());
    }
}
