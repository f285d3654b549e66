using System.Net;
using System.Text.Json.Nodes;
using Interactions.Domain.Interactions;
using Interactions.Domain.Values;
using Interactions.Functions.Tests.Agents;
using Interactions.Functions.Tests.Driver;
using Interactions.Functions.Tests.Http;

namespace Interactions.Functions.Tests.Orders;

/// <summary>It is carried out once, and answered the same however often it comes.</summary>
[TakesLong]
public sealed class When_a_request_has_a_key
{
    private const string Hello = """{"text":"How can I help?"}""";

    [Fact]
    public async Task The_second_time_it_is_answered_like_the_first_and_nothing_is_done()
    {
        await using var app = await RunningApp.StartWatchedAsync(new Calls());
        var (seat, key) = (await ActiveAsync(app), NewKey());

        var first = await PostAsync(seat.Seat, $"{seat.Id}/messages", Hello, key);
        await PostAsync(seat.Seat, $"{seat.Id}/hold", """{"reason":"waitingOnCustomer"}""", NewKey());
        for (var other = 0; other < 10; other++)
            await PostAsync(seat.Seat, $"{seat.Id}/messages", Hello, NewKey());
        var again = await PostAsync(seat.Seat, $"{seat.Id}/messages", Hello, key);

        Assert.Equal((HttpStatusCode.Accepted, HttpStatusCode.Accepted), (first.Status, again.Status));
        Assert.Equal((first.Body!.ToJsonString(), first.ETag), (again.Body!.ToJsonString(), again.ETag));
        Assert.Equal(11, (await seat.Seat.GetAsync($"/api/interactions/{seat.Id}/log")).Texts().Count(text => text == "How can I help?"));
    }

    [Theory]
    [InlineData("hold", """{"reason":"waitingOnCustomer"}""", "resume", null)]
    [InlineData("end", """{"outcome":"resolved"}""", "wrap", """{"shortDescription":"Answered"}""")]
    public async Task An_order_is_not_given_again_where_something_else_came_since(string action, string json, string next, string? nextJson)
    {
        await using var app = await RunningApp.StartWatchedAsync(new Calls());
        var (set, key) = (await ActiveAsync(app), NewKey());

        var first = await PostAsync(set.Seat, $"{set.Id}/{action}", json, key);
        var then = await PostAsync(set.Seat, $"{set.Id}/{next}", nextJson, null);
        var again = await PostAsync(set.Seat, $"{set.Id}/{action}", json, key);

        Assert.Equal(first.Body!.ToJsonString(), again.Body!.ToJsonString());
        Assert.Equal(then.ETag, (await set.Seat.GetAsync($"/api/interactions/{set.Id}")).ETag);
    }

    [Fact]
    public async Task Another_body_is_refused()
    {
        await using var app = await RunningApp.StartWatchedAsync(new Calls());
        var (set, key) = (await ActiveAsync(app), NewKey());
        await PostAsync(set.Seat, $"{set.Id}/messages", Hello, key);

        var other = await PostAsync(set.Seat, $"{set.Id}/messages", """{"text":"Something else"}""", key);

        Assert.Equal((HttpStatusCode.UnprocessableEntity, "urn:interactions:idempotency-key-reused"), (other.Status, other.Type));
    }

    [Fact]
    public async Task Another_customer_is_another_body()
    {
        await using var app = await RunningApp.StartWatchedAsync(new Calls());
        var (team, key) = (await Team.ConfiguredAsync(app, agent: """{"capacity":{"phone":5}}"""), NewKey());
        string Call() => $$"""{"type":"phone","line":"{{team.Line}}","from":"{{new Customer().Number}}"}""";
        var first = await PostAsync(team.Seat(app), "", Call(), key);

        var other = await PostAsync(team.Seat(app), "", Call(), key);

        Assert.Equal(HttpStatusCode.Created, first.Status);
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "urn:interactions:idempotency-key-reused"), (other.Status, other.Type));
        Assert.Equal(1, (int)(await team.Seat(app).MeAsync())["load"]["phone"]!);
    }

    [Fact]
    public async Task It_is_another_request_where_it_goes_elsewhere_or_comes_from_somebody_else()
    {
        await using var app = await RunningApp.StartWatchedAsync(new Calls());
        var (set, other, key) = (await ActiveAsync(app), await ActiveAsync(app), NewKey());

        await PostAsync(set.Seat, $"{set.Id}/messages", Hello, key);
        Assert.Equal(HttpStatusCode.Accepted, (await PostAsync(other.Seat, $"{other.Id}/messages", Hello, key)).Status);
        Assert.Equal(HttpStatusCode.OK, (await PostAsync(set.Seat, $"{set.Id}/hold", """{"reason":"waitingInternal"}""", key)).Status);
        Assert.Equal(HttpStatusCode.OK, (await PostAsync(new Seat(app, "supervisor-1"), $"{set.Id}/resume", null, key)).Status);
        Assert.Equal(HttpStatusCode.Created, (await PostAsync(set.Seat, $"{set.Id}/notes", """{"text":"Mine"}""", key)).Status);
        Assert.Equal(HttpStatusCode.Created, (await PostAsync(new Seat(app, "supervisor-1"), $"{set.Id}/notes", """{"text":"Mine"}""", key)).Status);
        var notes = (await set.Seat.GetAsync($"/api/interactions/{set.Id}/log"))["items"].AsArray().Where(entry => (string?)entry!["kind"] == "note");
        Assert.Equal(2, notes.Count());
    }

    [Theory]
    [InlineData("")]
    [InlineData("two words")]
    public async Task A_key_that_is_none_is_refused(string key)
    {
        await using var app = await RunningApp.StartWatchedAsync(new Calls());
        var set = await ActiveAsync(app);

        var reply = await PostAsync(set.Seat, $"{set.Id}/messages", Hello, key);

        Assert.Equal((HttpStatusCode.BadRequest, "Idempotency-Key"), (reply.Status, (string?)reply["parameter"]));
    }

    [Fact]
    public async Task Sent_many_times_at_once_to_two_instances_it_is_carried_out_once()
    {
        await using var apps = await TwoApps.StartAsync();
        var (set, key) = (await ActiveAsync(apps[0]), NewKey());
        await set.Team.IsKnownToAsync(apps[1]);

        var replies = await Task.WhenAll(Enumerable.Range(0, 20).Select(
            n => PostAsync(set.Seat with { App = apps[n] }, $"{set.Id}/messages", Hello, key)));

        Assert.All(replies, reply => Assert.Equal(HttpStatusCode.Accepted, reply.Status));
        Assert.Single(replies.Select(reply => reply.Body!.ToJsonString()).Distinct());
        Assert.Single((await set.Seat.GetAsync($"/api/interactions/{set.Id}/log")).Texts(), "How can I help?");
    }

    [Fact]
    public async Task What_is_begun_many_times_at_once_is_begun_once_and_is_on_the_desk()
    {
        await using var apps = await TwoApps.StartAsync();
        var team = await Team.ConfiguredAsync(apps[0], agent: """{"capacity":{"phone":5}}""");
        await team.IsKnownToAsync(apps[1]);
        for (var round = 0; round < 5; round++)
        {
            var (key, json) = (NewKey(), $$"""{"type":"phone","line":"{{team.Line}}","from":"{{new Customer().Number}}"}""");

            var replies = await Task.WhenAll(Enumerable.Range(0, 6).Select(n => PostAsync(team.Seat(apps[n]), "", json, key)));

            Assert.All(replies, reply => Assert.Equal(HttpStatusCode.Created, reply.Status));
            var begun = JsonNode.Parse(Assert.Single(replies.Select(reply => reply.Body!.ToJsonString()).Distinct()))!;
            var item = Assert.Single((await team.Seat(apps[0]).InboxAsync())["items"].AsArray(), item => (string?)item!["id"] == (string?)begun["id"])!;
            Assert.Equal((string?)begun["number"], (string?)item["number"]);
            Assert.Equal(HttpStatusCode.OK, (await team.Seat(apps[0]).GetAsync($"/api/interactions/{item["number"]}")).Status);
            Assert.Equal(round + 1, (int)(await team.Seat(apps[1]).MeAsync())["load"]["phone"]!);
        }
    }

    [Fact]
    public async Task A_repetition_that_comes_late_shows_nobody_what_was_once()
    {
        await using var app = await RunningApp.StartWatchedAsync(new Calls());
        var (set, key) = (await ActiveAsync(app), NewKey());
        await PostAsync(set.Seat, $"{set.Id}/hold", """{"reason":"waitingOnCustomer"}""", key);
        await PostAsync(set.Seat, $"{set.Id}/resume", null, null);
        for (var other = 0; other < 10; other++)
            await PostAsync(set.Seat, $"{set.Id}/messages", Hello, NewKey());

        var again = await PostAsync(set.Seat, $"{set.Id}/hold", """{"reason":"waitingOnCustomer"}""", key);

        Assert.Equal("onHold", (string?)again["state"]);
        Assert.Equal("workInProgress", (string?)(await set.Seat.GetAsync($"/api/interactions/{set.Id}"))["state"]);
        Assert.Equal("workInProgress", (string?)Assert.Single((await set.Seat.InboxAsync())["items"].AsArray())!["state"]);
        Assert.Equal(1, await set.Seat.LoadAsync());
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Wherever_the_process_dies_the_repetition_ends_in_one(bool afterEffect)
    {
        var calls = new Calls();
        await using var app = await RunningApp.StartWatchedAsync(calls);
        for (var call = 0; ; call++)
        {
            var (set, key) = (await ActiveAsync(app), NewKey());
            calls.DieAt(call, afterEffect);
            var first = await PostAsync(set.Seat, $"{set.Id}/messages", Hello, key);
            var made = calls.Made.Count;
            calls.Revive();

            var second = await PostAsync(set.Seat, $"{set.Id}/messages", Hello, key);

            Assert.Equal(HttpStatusCode.Accepted, second.Status);
            Assert.Single((await set.Seat.GetAsync($"/api/interactions/{set.Id}/log")).Texts(), "How can I help?");
            if (first.Status == HttpStatusCode.Accepted && made <= call)
                break;
        }
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Wherever_the_process_dies_one_is_begun_and_is_on_the_desk(bool afterEffect)
    {
        var calls = new Calls();
        await using var app = await RunningApp.StartWatchedAsync(calls);
        for (var call = 0; ; call++)
        {
            var (team, key, customer) = (await Team.ConfiguredAsync(app, agent: """{"capacity":{"phone":5}}"""), NewKey(), new Customer());
            var json = $$"""{"type":"phone","line":"{{team.Line}}","from":"{{customer.Number}}"}""";
            calls.DieAt(call, afterEffect);
            var first = await PostAsync(team.Seat(app), "", json, key);
            var made = calls.Made.Count;
            calls.Revive();

            var second = await PostAsync(team.Seat(app), "", json, key);

            Assert.Equal(HttpStatusCode.Created, second.Status);
            var open = Assert.Single((await customer.ConversationAsync(app)).Active);
            var item = Assert.Single((await team.Seat(app).InboxAsync())["items"].AsArray())!;
            Assert.Equal((open.Id.ToString(), open.Number.ToString()), ((string?)item["id"], (string?)item["number"]));
            Assert.Equal((open.Id.ToString(), 1), ((string?)second["id"], (int)(await team.Seat(app).MeAsync())["load"]["phone"]!));
            if (first.Status == HttpStatusCode.Created && made <= call)
                break;
        }
    }

    [Fact]
    public async Task Without_one_a_write_whose_answer_was_lost_is_still_made_once()
    {
        var calls = new Calls();
        await using var app = await RunningApp.StartWatchedAsync(calls);
        var set = await ActiveAsync(app);
        var lost = 0;
        calls.Meet(async (name, call) =>
        {
            await call();
            if (name.StartsWith("BATCH", StringComparison.Ordinal) && Interlocked.Increment(ref lost) == 1)
                throw Calls.Fault(name);
        });

        var reply = await PostAsync(set.Seat, $"{set.Id}/messages", Hello, null);
        calls.MeetNobody();

        Assert.Equal((HttpStatusCode.Accepted, true), (reply.Status, lost > 0));
        Assert.Single((await set.Seat.GetAsync($"/api/interactions/{set.Id}/log")).Texts(), "How can I help?");
    }

    private static string NewKey() => Guid.NewGuid().ToString("N");

    private static async Task<Reply> PostAsync(Seat seat, string path, string? json, string? key)
    {
        using var request = seat.Request(HttpMethod.Post, path.Length == 0 ? "/api/interactions" : $"/api/interactions/{path}");
        request.Content = json is null ? null : Api.Json(json);
        if (key is not null)
            request.Headers.TryAddWithoutValidation("Idempotency-Key", key);
        using var response = await seat.App.Client.SendAsync(request);
        return await Reply.OfAsync(response);
    }

    private static async Task<(Seat Seat, InteractionId Id, Team Team)> ActiveAsync(RunningApp app)
    {
        var team = await Team.ConfiguredAsync(app);
        var id = await team.CustomerWaitsAsync(app);
        await app.DoAsync(new Claim(id, AgentId.Parse(team.Agents[0])));
        return (team.Seat(app), id, team);
    }
}
