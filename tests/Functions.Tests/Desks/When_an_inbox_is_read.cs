using System.Diagnostics;
using System.Net;
using Interactions.Functions.Tests.Driver;
using Interactions.Functions.Tests.Http;

namespace Interactions.Functions.Tests.Desks;

[TakesLong]
public sealed class When_an_inbox_is_read(SharedApp shared) : IClassFixture<SharedApp>
{
    private readonly RunningApp _app = shared.App;

    [Fact]
    public async Task It_shows_what_is_offered_and_what_is_theirs()
    {
        var team = await Team.ConfiguredAsync(_app);
        var seat = team.Seat(_app);
        var mine = await team.CustomerWaitsAsync(_app);
        await seat.OrdersAsync("claim", mine);
        var offered = await team.CustomerIsOfferedAsync(_app);

        var reply = await seat.InboxAsync();

        Assert.Equal(HttpStatusCode.OK, reply.Status);
        Assert.Equal(("ready", 2), ((string?)reply["presence"]["status"], (int)reply["load"]["messaging"]!));
        var items = reply["items"].AsArray();
        Assert.Equal([mine.ToString(), offered.ToString()], items.Select(item => (string?)item!["id"]));
        Assert.Equal(["active", "offered"], items.Select(item => (string?)item!["handling"]));
        Assert.Equal(["workInProgress", "new"], items.Select(item => (string?)item!["state"]));
        Assert.All(items, item => Assert.Equal(("messaging", team.Queue, team.Line, 0, true), (
            (string?)item!["type"], (string?)item["queue"], (string?)item["line"], (int)item["priority"]!, (bool)item["unread"]!)));
        Assert.All(items, item => Assert.Matches("^IMS[0-9]{7,}$", (string?)item!["number"]));
        Assert.All(items, item => Assert.EndsWith("Z", (string?)item!["openedAt"], StringComparison.Ordinal));
        Assert.Equal((true, false), (items[0]!["offeredUntil"] is null, items[1]!["offeredUntil"] is null));
        Assert.Equal((false, true), (items[0]!["assignedAt"] is null, items[1]!["assignedAt"] is null));
    }

    [Fact]
    public async Task The_same_again_has_the_same_token_and_anything_else_another()
    {
        var team = await Team.ConfiguredAsync(_app);
        var seat = team.Seat(_app);
        var empty = await SinceAsync(seat);

        Assert.Equal(empty, await SinceAsync(seat));
        await seat.IsAsync("ready");
        var ready = await SinceAsync(seat);
        var id = await team.CustomerIsOfferedAsync(_app);
        var offered = await SinceAsync(seat);
        await seat.OrdersAsync("accept", id);
        var accepted = await SinceAsync(seat);

        Assert.Distinct([empty, ready, offered, accepted]);
    }

    [Theory]
    [InlineData("nonsense")]
    [InlineData("%00%ff")]
    [InlineData("")]
    public async Task Whoever_saw_something_else_is_answered_at_once(string since)
    {
        var team = await Team.ConfiguredAsync(_app);
        var started = Stopwatch.GetTimestamp();

        var reply = await team.Seat(_app).InboxAsync(since, wait: 25);

        Assert.Equal(HttpStatusCode.OK, reply.Status);
        Assert.InRange(Stopwatch.GetElapsedTime(started), TimeSpan.Zero, TimeSpan.FromSeconds(12));
    }

    [Fact]
    public async Task Whoever_waits_in_vain_gets_the_same_after_that_time()
    {
        var team = await Team.ConfiguredAsync(_app);
        var since = await SinceAsync(team.Seat(_app));
        var started = Stopwatch.GetTimestamp();

        var reply = await team.Seat(_app).InboxAsync(since, wait: 2);

        Assert.Equal((HttpStatusCode.OK, since), (reply.Status, (string?)reply["since"]));
        Assert.InRange(Stopwatch.GetElapsedTime(started), TimeSpan.FromSeconds(1.9), TimeSpan.FromSeconds(12));
    }

    [Fact]
    public async Task Whoever_waits_is_answered_as_soon_as_there_is_something_and_may_accept_it_at_once()
    {
        var team = await Team.ConfiguredAsync(_app);
        var seat = team.Seat(_app);
        for (var round = 0; round < 3; round++)
        {
            await seat.IsAsync("ready");
            var waiting = seat.InboxAsync(await SinceAsync(seat), wait: 25);

            var id = await team.CustomerIsOfferedAsync(_app);

            var reply = await waiting.WaitAsync(TimeSpan.FromSeconds(12));
            Assert.Contains(reply["items"].AsArray(), item => (string?)item!["id"] == id.ToString());
            Assert.Equal(HttpStatusCode.OK, (await seat.OrdersAsync("accept", id)).Status);
        }
    }

    [Fact]
    public async Task Longer_than_anybody_waits_for_storage_is_not_too_long()
    {
        await using var app = await RunningApp.StartWatchedAsync(new Calls(), change: services => services.Replace(new FastClock(3)));
        var team = await Team.ConfiguredAsync(app);

        var reply = await team.Seat(app).InboxAsync(await SinceAsync(team.Seat(app)), wait: 14);

        Assert.Equal(HttpStatusCode.OK, reply.Status);
    }

    [Theory]
    [InlineData("-1")]
    [InlineData("26")]
    [InlineData("1.5")]
    [InlineData("soon")]
    [InlineData("")]
    public async Task A_wait_that_is_none_is_named(string wait)
    {
        var reply = await new Seat(_app, "agent-3").GetAsync($"/api/me/inbox?wait={wait}");

        Assert.Equal((HttpStatusCode.BadRequest, "wait"), (reply.Status, (string?)reply["parameter"]));
    }

    [Fact]
    public async Task Nobody_looks_any_longer_for_whoever_hung_up()
    {
        var calls = new Calls();
        await using var app = await RunningApp.StartWatchedAsync(calls);
        var seat = new Seat(app, $"agent-{Guid.NewGuid():N}");
        var since = await SinceAsync(seat);
        using var hangUp = new CancellationTokenSource();
        calls.Forget();

        var waiting = WaitAsync(seat, app.Client, since, hangUp.Token);
        await Eventually.Is(() => Task.FromResult(calls.Made.Count), looks => looks >= 2);
        await hangUp.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);

        var looks = calls.Made.Count;
        await Task.Delay(TimeSpan.FromSeconds(3));
        Assert.InRange(calls.Made.Count, looks, looks + 1);
    }

    [Fact]
    public async Task An_app_that_stops_sends_whoever_waits_home()
    {
        var calls = new Calls();
        var app = await RunningApp.StartWatchedAsync(calls);
        var seat = new Seat(app, $"agent-{Guid.NewGuid():N}");
        var since = await SinceAsync(seat);
        calls.Forget();
        var client = app.NewClient();
        var waiting = WaitAsync(seat, client, since, CancellationToken.None);
        await Eventually.Is(() => Task.FromResult(calls.Made.Count), looks => looks >= 2);
        var started = Stopwatch.GetTimestamp();

        await app.DisposeAsync();

        Assert.Equal(HttpStatusCode.OK, await waiting);
        Assert.InRange(Stopwatch.GetElapsedTime(started), TimeSpan.Zero, TimeSpan.FromSeconds(12));
    }

    private static async Task<HttpStatusCode> WaitAsync(Seat seat, HttpClient client, string since, CancellationToken cancellationToken)
    {
        using var request = seat.Request(HttpMethod.Get, $"/api/me/inbox?since={since}&wait=25");
        using var response = await client.SendAsync(request, cancellationToken);
        return response.StatusCode;
    }

    private static async Task<string> SinceAsync(Seat seat) => (string)(await seat.InboxAsync())["since"]!;
}
