using System.Net;
using Interactions.Domain.Interactions;
using Interactions.Domain.Values;
using Interactions.Functions.Boards;
using Interactions.Functions.Tests.Agents;
using Interactions.Functions.Tests.Driver;
using Interactions.Functions.Tests.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Interactions.Functions.Tests.Boards;

public sealed class When_queues_are_looked_at(SharedApp shared) : IClassFixture<SharedApp>
{
    private readonly RunningApp _app = shared.App;

    [Fact]
    public async Task A_queue_in_which_nothing_goes_on_says_so()
    {
        var team = await Team.ConfiguredAsync(_app, agents: 2);

        var queue = await QueueAsync(team, reply => reply.Status == HttpStatusCode.OK);

        Assert.Equal(
            "waiting=0 waitingSince= longestWait= offered=0 active=0 held=0 wrapUp=0 estimatedWait=",
            Shown(queue, "waiting", "waitingSince", "longestWait", "offered", "active", "held", "wrapUp", "estimatedWait"));
        Assert.Equal("""{"ready":0,"busy":0,"notReady":0,"offline":2}""", queue["agents"].ToJsonString());
    }

    [Fact]
    public async Task Who_waits_and_what_is_worked_on_is_counted()
    {
        var team = await Team.ConfiguredAsync(_app, agents: 5);
        var first = await team.CustomerWaitsAsync(_app);
        await team.CustomerWaitsAsync(_app);
        await team.CustomerIsOfferedAsync(_app);
        await ActiveAsync(team, agent: 1);
        await _app.DoAsync(new Hold(By(team, 2), await ActiveAsync(team, agent: 2), StateReason.WaitingInternal));
        await _app.DoAsync(new End(By(team, 3), await ActiveAsync(team, agent: 3), Outcome.Resolved));
        await team.Seat(_app, agent: 1).IsAsync("ready", """{"messaging":1}""");
        await team.Seat(_app, agent: 2).IsAsync("notReady");

        var queue = await QueueAsync(team, reply => (int)reply["agents"]["notReady"]! == 1);

        Assert.Equal("waiting=2 offered=1 active=1 held=1 wrapUp=1", Shown(queue, "waiting", "offered", "active", "held", "wrapUp"));
        Assert.Equal("""{"ready":1,"busy":1,"notReady":1,"offline":2}""", queue["agents"].ToJsonString());
        var opened = (DateTimeOffset)(await team.Seat(_app).GetAsync($"/api/interactions/{first}"))["openedAt"]!;
        Assert.Equal(opened, (DateTimeOffset)queue["waitingSince"]!);
        Assert.InRange((double)queue["longestWait"]!, 0, 60);
        Assert.Equal(0, (double)queue["estimatedWait"]!);
    }

    [Fact]
    public async Task Whoever_waits_longest_is_found_behind_whoever_is_more_urgent()
    {
        var team = await Team.ConfiguredAsync(_app);
        var first = await team.CustomerWaitsAsync(_app);
        await team.CustomerWaitsAsync(_app);
        var opened = (DateTimeOffset)(await team.Seat(_app).GetAsync($"/api/interactions/{first}"))["openedAt"]!;

        var queue = await QueueAsync(team, reply => (int)reply["waiting"]! == 2);

        Assert.Equal(opened, (DateTimeOffset)queue["waitingSince"]!);
    }

    [Fact]
    public async Task How_long_it_takes_is_estimated_when_everybody_is_busy()
    {
        var team = await Team.ConfiguredAsync(_app, agent: """{"capacity":{"messaging":1}}""");
        await team.Seat(_app).IsAsync("ready");
        await ActiveAsync(team, agent: 0);
        await team.CustomerWaitsAsync(_app);

        var queue = await QueueAsync(team, reply => reply["estimatedWait"] is not null && (double)reply["estimatedWait"]! > 1);

        Assert.Equal("""{"ready":0,"busy":1,"notReady":0,"offline":0}""", queue["agents"].ToJsonString());
        Assert.InRange((double)queue["estimatedWait"]!, 1, 120);
    }

    [Fact]
    public async Task All_of_them_are_listed_page_by_page_in_order()
    {
        var teams = new[] { await Team.ConfiguredAsync(_app), await Team.ConfiguredAsync(_app) };
        await QueueAsync(teams[1], reply => reply.Status == HttpStatusCode.OK);
        var found = new List<string>();
        var path = "/api/queues?limit=2";
        while (path is not null)
        {
            var page = await new Seat(_app, "supervisor-1").GetAsync(path);
            Assert.InRange(page["items"].AsArray().Count, 1, 2);
            found.AddRange(page.Values("id"));
            path = (string?)page["cursor"] is { } cursor ? $"/api/queues?limit=2&cursor={cursor}" : null;
        }

        Assert.Equal(found.Order(StringComparer.Ordinal), found);
        Assert.Superset(teams.Select(team => team.Queue).Append("support").ToHashSet(), found.ToHashSet());
    }

    [Fact]
    public async Task An_agent_sees_only_those_they_serve()
    {
        var (own, other) = (await Team.ConfiguredAsync(_app), await Team.ConfiguredAsync(_app));
        await QueueAsync(other, reply => reply.Status == HttpStatusCode.OK);
        var seat = own.Seat(_app);

        Assert.Equal([own.Queue], (await seat.GetAsync("/api/queues?limit=200")).Values("id"));
        Assert.Equal((HttpStatusCode.NotFound, "urn:interactions:not-found"), Of(await seat.GetAsync($"/api/queues/{other.Queue}")));

        static (HttpStatusCode Status, string? Type) Of(Reply reply) => (reply.Status, reply.Type);
    }

    [Fact]
    public async Task One_that_is_not_there_is_not_found()
    {
        Assert.Equal("urn:interactions:not-found", (await _app.GetAsync("/api/queues/nowhere")).Type);
        Assert.Equal("urn:interactions:invalid-id", (await _app.GetAsync("/api/queues/No%20Id")).Type);
    }

    [Fact]
    public async Task Everybody_who_looks_at_once_sees_one_picture()
    {
        var source = _app.Services.GetRequiredService<BoardSource>();

        var boards = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => source.CurrentAsync(CancellationToken.None)));

        Assert.InRange(boards.Distinct(ReferenceEqualityComparer.Instance).Count(), 1, 2);
    }

    // The picture is remembered for a moment.
    private Task<Reply> QueueAsync(Team team, Func<Reply, bool> fits) =>
        Eventually.Is(() => team.Seat(_app).GetAsync($"/api/queues/{team.Queue}"), reply => reply.Status == HttpStatusCode.OK && fits(reply));

    private async Task<InteractionId> ActiveAsync(Team team, int agent)
    {
        var id = await team.CustomerWaitsAsync(_app);
        Assert.Equal(HttpStatusCode.OK, (await team.Seat(_app, agent).OrdersAsync("claim", id)).Status);
        return id;
    }

    private static Actor By(Team team, int agent) => Actor.Of(AgentId.Parse(team.Agents[agent]));

    private static string Shown(Reply reply, params string[] fields) => string.Join(' ', fields.Select(field => $"{field}={reply[field]}"));
}
