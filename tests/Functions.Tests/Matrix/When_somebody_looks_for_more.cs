using System.Net;
using Interactions.Domain.Interactions;
using Interactions.Domain.Values;
using Interactions.Functions.Tests.Agents;
using Interactions.Functions.Tests.Driver;
using Interactions.Functions.Tests.Http;
using Interactions.Functions.Tests.Intake;

namespace Interactions.Functions.Tests.Matrix;

/// <summary>What is not for an agent is not there for them, and that they looked is noted.</summary>
public sealed class When_somebody_looks_for_more : IAsyncLifetime, IDisposable
{
    private readonly RecordedLogs _logs = new();
    private RunningApp _app = null!;

    public async Task InitializeAsync() => _app = await RunningApp.StartWatchedAsync(new Calls(), change: _logs.RecordIn);

    public async Task DisposeAsync() => await _app.DisposeAsync();

    public void Dispose() => _logs.Dispose();

    [Fact]
    public async Task They_are_told_what_they_would_be_told_of_what_is_not_there_and_it_is_noted()
    {
        var (team, stranger) = (await Team.ConfiguredAsync(_app), (await Team.ConfiguredAsync(_app)).Seat(_app));
        var customer = new Customer();
        var id = await team.CustomerWaitsAsync(_app, customer);
        var number = (string)(await team.Seat(_app).GetAsync($"/api/interactions/{id}"))["number"]!;
        var missing = await stranger.GetAsync("/api/interactions/IMS9999999");

        foreach (var path in (string[])[$"interactions/{id}", $"interactions/{number}", $"interactions/{id}/log", $"interactions/{id}/tasks", $"interactions/{id}/responses"])
        {
            var reply = await stranger.GetAsync($"/api/{path}");
            Assert.Equal((HttpStatusCode.NotFound, missing.Body!.ToJsonString(), null), (reply.Status, reply.Body!.ToJsonString(), reply.ETag));
        }

        Assert.Equal(HttpStatusCode.NotFound, (await stranger.GetAsync($"/api/queues/{team.Queue}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.GetAsync($"/api/profiles/{customer.Profile}")).Status);
        var noted = _logs.Records.Where(record => record.Contains("no business of theirs", StringComparison.Ordinal)).ToList();
        Assert.Equal(7, noted.Count);
        Assert.All(noted, record => Assert.Contains(stranger.Id, record, StringComparison.Ordinal));
        Assert.DoesNotContain(noted, record => record.Contains(customer.Number, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Who_has_a_customer_sees_all_they_ever_wanted_and_who_had_them_no_longer_does()
    {
        var (first, second) = (await Team.ConfiguredAsync(_app), await Team.ConfiguredAsync(_app));
        var customer = new Customer();
        var before = await ClosedAsync(first, customer);
        var now = await second.CustomerWaitsAsync(_app, customer);
        var seat = second.Seat(_app);
        Assert.Equal(HttpStatusCode.NotFound, (await seat.GetAsync($"/api/interactions/{before}")).Status);

        await seat.OrdersAsync("claim", now);
        Assert.Equal(HttpStatusCode.OK, (await seat.GetAsync($"/api/interactions/{before}")).Status);
        Assert.Equal(2, (await seat.GetAsync($"/api/profiles/{customer.Profile}/log")).Texts().Length);

        await seat.OrdersAsync("end", now, """{"outcome":"resolved","shortDescription":"Answered"}""");
        await seat.OrdersAsync("wrap", now);
        Assert.Equal(HttpStatusCode.NotFound, (await seat.GetAsync($"/api/interactions/{before}")).Status);
        Assert.Equal(HttpStatusCode.OK, (await seat.GetAsync($"/api/interactions/{now}")).Status);
        Assert.Single((await seat.GetAsync($"/api/profiles/{customer.Profile}/log")).Texts());
        Assert.All((await seat.GetAsync($"/api/profiles/{customer.Profile}/log"))["items"].AsArray(), entry => Assert.Equal($"{now}", (string?)entry!["interaction"]));
        Assert.Equal(2, (await new Seat(_app, "supervisor-1").GetAsync($"/api/profiles/{customer.Profile}/log")).Texts().Length);
    }

    [Fact]
    public async Task Of_a_customer_who_waits_in_several_queues_each_shows_its_own()
    {
        var (first, second) = (await Team.ConfiguredAsync(_app), await Team.ConfiguredAsync(_app));
        var customer = new Customer();
        await first.CustomerWaitsAsync(_app, customer);
        var own = await second.CustomerWaitsAsync(_app, customer);

        var profile = await second.Seat(_app).GetAsync($"/api/profiles/{customer.Profile}");

        Assert.Equal([$"{own}"], profile["interactions"].AsArray().Select(open => (string?)open!["id"]));
        Assert.Equal(2, (await new Seat(_app, "supervisor-1").GetAsync($"/api/profiles/{customer.Profile}"))["interactions"].AsArray().Count);
    }

    [Fact]
    public async Task Who_wants_to_begin_what_others_have_is_told_why_not_and_no_more()
    {
        var (team, others) = (await Team.ConfiguredAsync(_app), await Team.ConfiguredAsync(_app));
        var customer = new Customer();
        await team.CustomerWaitsAsync(_app, customer);

        var reply = await others.Seat(_app).AskAsync(
            HttpMethod.Post, "/api/interactions", $$"""{"type":"messaging","line":"{{team.Line}}","queue":"{{others.Queue}}","to":"{{customer.Number}}"}""");

        Assert.Equal((HttpStatusCode.Conflict, "urn:interactions:not-a-member"), (reply.Status, reply.Type));
        Assert.Null(reply.Body!["state"]);
    }

    [Fact]
    public async Task What_may_not_be_seen_may_not_be_changed_either()
    {
        var (team, stranger) = (await Team.ConfiguredAsync(_app), (await Team.ConfiguredAsync(_app)).Seat(_app));
        var customer = new Customer();
        var closed = await ClosedAsync(team, customer);
        var open = await team.CustomerWaitsAsync(_app, customer);
        var before = await new Seat(_app, "supervisor-1").GetAsync($"/api/profiles/{customer.Profile}");

        foreach (var id in (InteractionId[])[closed, open])
        {
            foreach (var (verb, action, json) in (IEnumerable<(string, string, string?)>)
                [
                    ("POST", "/claim", null), ("POST", "/notes", """{"text":"Hello"}"""), ("PATCH", "", """{"tags":["parcel"]}"""),
                    ("POST", "/tasks", """{"kind":"incident"}"""), ("POST", "/clone", null), ("POST", "/reopen", null), ("POST", "/read", null),
                    ("POST", "/end", """{"outcome":"resolved"}"""), ("POST", "/wrap", null), ("POST", "/messages", """{"text":"Hello"}"""),
                ])
            {
                var reply = await stranger.AskAsync(new HttpMethod(verb), $"/api/interactions/{id}{action}", json);
                Assert.Equal((HttpStatusCode.NotFound, "urn:interactions:not-found"), (reply.Status, reply.Type));
                Assert.Null(reply.Body!["state"]);
            }
        }

        Assert.Equal(before.ETag, (await new Seat(_app, "supervisor-1").GetAsync($"/api/profiles/{customer.Profile}")).ETag);
    }

    private async Task<InteractionId> ClosedAsync(Team team, Customer customer)
    {
        var (id, by) = (await team.CustomerWaitsAsync(_app, customer), Actor.Of(AgentId.Parse(team.Agents[0])));
        await _app.DoAsync(new Claim(id, by.Agent!.Value));
        await _app.DoAsync(new End(by, id, Domain.Interactions.Outcome.Resolved));
        await _app.DoAsync(new Wrap(by, id, "Answered", null));
        return id;
    }
}
