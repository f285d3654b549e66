using System.Globalization;
using System.Net;
using Interactions.Domain.Interactions;
using Interactions.Domain.Values;
using Interactions.Functions.Tests.Driver;
using Interactions.Functions.Tests.Memory;

namespace Interactions.Functions.Tests.Agents;

public sealed class When_interactions_are_listed : IAsyncLifetime
{
    private MemoryApps _apps = null!;
    private Team _team = null!;

    private RunningApp App => _apps.First;

    public async Task InitializeAsync()
    {
        _apps = await MemoryApps.StartAsync([]);
        _team = await Team.ConfiguredAsync(App, agents: 2, agent: """{"capacity":{"messaging":100}}""");
    }

    public async Task DisposeAsync() => await _apps.DisposeAsync();

    [Fact]
    public async Task What_is_open_comes_before_what_was_closed_each_once_page_by_page()
    {
        var (open, closed) = (await WaitingAsync(7), await WaitingAsync(5));
        foreach (var id in closed)
            await CloseAsync(id);

        foreach (var limit in (int[])[1, 2, 5, 200])
        {
            var found = await PagesAsync($"queue={_team.Queue}", limit);
            Assert.Equal(open.Select(id => id.ToString()).Order(StringComparer.Ordinal), found.Take(7).Order(StringComparer.Ordinal));
            Assert.Equal(closed.Select(id => id.ToString()).Order(StringComparer.Ordinal), found.Skip(7).Order(StringComparer.Ordinal));
        }
    }

    [Fact]
    public async Task Whoever_comes_while_somebody_reads_moves_nothing()
    {
        var before = await WaitingAsync(10);
        var seat = _team.Seat(App);
        var first = await seat.GetAsync("/api/interactions?limit=4");
        await WaitingAsync(10);

        var rest = await PagesAsync($"cursor={first["cursor"]}", 4);

        var found = first.Values("id").Concat(rest).ToList();
        Assert.Equal(found.Count, found.Distinct().Count());
        Assert.Superset(before.Select(id => id.ToString()).ToHashSet(), found.ToHashSet());
    }

    [Theory]
    [InlineData("state=new", "waiting")]
    [InlineData("handling=queued", "waiting")]
    [InlineData("state=workInProgress", "active,wrapUp")]
    [InlineData("handling=wrapUp", "wrapUp")]
    [InlineData("state=onHold", "held")]
    [InlineData("state=closedComplete", "closed")]
    [InlineData("handling=done", "closed")]
    [InlineData("state=closedAbandoned", "")]
    [InlineData("assignedTo=@", "active,held,wrapUp,closed")]
    [InlineData("assignedTo=@&state=onHold", "held")]
    [InlineData("user=u-somebody", "")]
    [InlineData("to=2020-01-01T00:00:00Z", "")]
    [InlineData("from=2020-01-01T00:00:00Z", "waiting,active,held,wrapUp,closed")]
    public async Task They_are_chosen_by_what_they_are(string query, string expected)
    {
        var ids = await WaitingAsync(5);
        var by = Actor.Of(AgentId.Parse(_team.Agents[0]));
        var names = (string[])["waiting", "active", "held", "wrapUp", "closed"];
        foreach (var id in ids.Skip(1))
            await App.DoAsync(new Claim(id, by.Agent!.Value));
        await App.DoAsync(new Hold(by, ids[2], StateReason.WaitingInternal));
        await App.DoAsync(new End(by, ids[3], Outcome.Resolved));
        await App.DoAsync(new End(by, ids[4], Outcome.Resolved));
        await App.DoAsync(new Wrap(by, ids[4], "Answered", null));

        var found = await PagesAsync(query.Replace("@", _team.Agents[0], StringComparison.Ordinal), 200);

        Assert.Equal(
            expected.Split(',', StringSplitOptions.RemoveEmptyEntries).Order(StringComparer.Ordinal),
            found.Select(id => names[ids.ToList().FindIndex(each => each.ToString() == id)]).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task An_agent_sees_only_what_is_in_their_queues_or_theirs_and_no_queue_of_others()
    {
        await WaitingAsync(3);
        var strangers = await Team.ConfiguredAsync(App);
        var own = await strangers.CustomerWaitsAsync(App);
        var seat = strangers.Seat(App);

        Assert.Equal([own.ToString()], (await seat.GetAsync("/api/interactions")).Values("id"));
        var other = await seat.GetAsync($"/api/interactions?queue={_team.Queue}");
        Assert.Equal((HttpStatusCode.NotFound, "urn:interactions:not-found"), (other.Status, other.Type));
        Assert.Equal(4, (await new Seat(App, "supervisor-1").GetAsync("/api/interactions")).Values("id").Length);
    }

    [Theory]
    [InlineData("state=open", "state")]
    [InlineData("state=New", "state")]
    [InlineData("state=0", "state")]
    [InlineData("handling=lost", "handling")]
    [InlineData("queue=../x", "queue")]
    [InlineData("queue=a&queue=b", "queue")]
    [InlineData("assignedTo=", "assignedTo")]
    [InlineData("user=%00", "user")]
    [InlineData("from=yesterday", "from")]
    [InlineData("from=99999-01-01T00:00:00Z", "from")]
    [InlineData("from=2026-02-01T00:00:00Z&to=2026-01-01T00:00:00Z", "to")]
    [InlineData("limit=201", "limit")]
    [InlineData("cursor=x", "cursor")]
    public async Task What_cannot_be_meant_is_refused(string query, string parameter)
    {
        var reply = await _team.Seat(App).GetAsync($"/api/interactions?{query}");

        Assert.Equal((HttpStatusCode.BadRequest, "urn:interactions:invalid-parameter", parameter), (reply.Status, reply.Type, (string?)reply["parameter"]));
    }

    [Theory]
    [InlineData("0001-01-01T00:00:00Z")]
    [InlineData("9999-12-31T23:59:59Z")]
    [InlineData("2026-01-31T12:00:00.123+14:00")]
    public async Task Any_moment_may_be_meant(string moment) => Assert.Equal(
        HttpStatusCode.OK,
        (await _team.Seat(App).GetAsync(string.Create(CultureInfo.InvariantCulture, $"/api/interactions?from={Uri.EscapeDataString(moment)}"))).Status);

    private async Task<IReadOnlyList<string>> PagesAsync(string query, int limit)
    {
        var found = new List<string>();
        for (var path = $"/api/interactions?{query}&limit={limit}"; ;)
        {
            var page = await _team.Seat(App).GetAsync(path);
            Assert.Equal(HttpStatusCode.OK, page.Status);
            Assert.InRange(page.Values("id").Length, 0, limit);
            found.AddRange(page.Values("id"));
            if (page.Body!["cursor"] is not { } cursor)
                return found;
            path = $"/api/interactions?{query.Split("cursor=")[0]}&limit={limit}&cursor={cursor}";
        }
    }

    private async Task<InteractionId[]> WaitingAsync(int count) =>
        await Task.WhenAll(Enumerable.Range(0, count).Select(_ => _team.CustomerWaitsAsync(App)));

    private async Task CloseAsync(InteractionId id)
    {
        var by = Actor.Of(AgentId.Parse(_team.Agents[0]));
        await App.DoAsync(new Claim(id, by.Agent!.Value));
        await App.DoAsync(new End(by, id, Outcome.Resolved));
        await App.DoAsync(new Wrap(by, id, "Answered", null));
    }
}
