using System.Net;
using Interactions.Domain.Interactions;
using Interactions.Domain.Values;
using Interactions.Functions.Tests.Agents;
using Interactions.Functions.Tests.Driver;
using Interactions.Functions.Tests.Http;

namespace Interactions.Functions.Tests.Orders;

public sealed class When_an_agent_begins(SharedApp shared) : IClassFixture<SharedApp>
{
    private readonly RunningApp _app = shared.App;

    [Theory]
    [InlineData("phone", "from", "inbound", "phone")]
    [InlineData("phone", "to", "outbound", "phone")]
    [InlineData("voicemail", "from", "inbound", "voicemail")]
    [InlineData("messaging", "to", "outbound", "sms")]
    public async Task The_record_is_theirs_at_once(string type, string who, string direction, string channel)
    {
        var (team, customer) = (await Team.ConfiguredAsync(_app), new Customer());

        var reply = await StartAsync(team, $$"""{"type":"{{type}}","line":"{{team.Line}}","{{who}}":"{{customer.Number}}","shortDescription":"Asks for a call"}""");

        Assert.Equal(HttpStatusCode.Created, reply.Status);
        Assert.Equal($"/api/interactions/{reply["id"]}", reply.Headers.Location?.ToString());
        Assert.Equal(("workInProgress", "active", team.Agents[0]), ((string?)reply["state"], (string?)reply["handling"], (string?)reply["assignedTo"]));
        Assert.Equal((type, channel, direction), ((string?)reply["type"], (string?)reply["channel"], (string?)reply["direction"]));
        Assert.Equal((team.Queue, "Asks for a call"), ((string?)reply["queue"], (string?)reply["shortDescription"]));
        Assert.Equal(reply["id"].ToString(), Assert.Single((await team.Seat(_app).InboxAsync()).Values("id")));
    }

    [Fact]
    public async Task It_is_on_their_desk_once_it_can_be_asked_for_and_not_before()
    {
        var (calls, isReserved, goesOn) = (new Calls(), new TaskCompletionSource(), new TaskCompletionSource());
        await using var app = await RunningApp.StartWatchedAsync(calls);
        var (team, customer) = (await Team.ConfiguredAsync(app), new Customer());
        var seat = team.Seat(app);
        calls.Meet(async (name, call) =>
        {
            if (name == "BATCH Conversations")
            {
                isReserved.TrySetResult();
                await goesOn.Task;
            }

            await call();
        });

        var begun = seat.AskAsync(HttpMethod.Post, "/api/interactions", $$"""{"type":"phone","line":"{{team.Line}}","from":"{{customer.Number}}"}""");
        await isReserved.Task.WaitAsync(TimeSpan.FromSeconds(30));
        var before = await seat.InboxAsync();
        var waiting = seat.InboxAsync((string?)before["since"], wait: 20);
        goesOn.SetResult();

        Assert.Equal(HttpStatusCode.Created, (await begun).Status);
        Assert.Equal((1, 0), ((int)before["load"]["phone"]!, before["items"].AsArray().Count));
        Assert.Equal([(await begun)["id"].ToString()], (await waiting).Values("id"));
    }

    [Fact]
    public async Task What_nobody_lived_to_store_is_never_on_their_desk()
    {
        var calls = new Calls();
        await using var app = await RunningApp.StartWatchedAsync(calls);
        var (team, customer) = (await Team.ConfiguredAsync(app), new Customer());
        var seat = team.Seat(app);
        calls.Meet((name, call) =>
        {
            if (name != "BATCH Conversations")
                return call();
            calls.DieAt(0, afterEffect: false);
            throw Calls.Fault(name);
        });

        var begun = await seat.AskAsync(HttpMethod.Post, "/api/interactions", $$"""{"type":"phone","line":"{{team.Line}}","from":"{{customer.Number}}"}""");
        calls.Revive();
        var inbox = await seat.InboxAsync();

        Assert.Equal(HttpStatusCode.ServiceUnavailable, begun.Status);
        Assert.Equal((1, 0), ((int)inbox["load"]["phone"]!, inbox["items"].AsArray().Count));
    }

    [Fact]
    public async Task Who_came_in_person_needs_no_number_and_may_be_somebody_known()
    {
        var (team, user) = (await Team.ConfiguredAsync(_app, agent: """{"capacity":{"walkUp":9}}"""), $"u-{Guid.NewGuid():N}");
        await _app.PostAsync("/api/users", $$"""{"id":"{{user}}","name":"A customer"}""");
        var unknown = $$"""{"type":"walkUp","line":"{{team.Line}}","tags":["parcel"]}""";
        var known = $$"""{"type":"walkUp","line":"{{team.Line}}","user":"{{user}}"}""";

        var (first, second) = (await StartAsync(team, unknown), await StartAsync(team, unknown));
        var visit = await StartAsync(team, known);
        var nobody = await StartAsync(team, known.Replace(user, "u-nobody", StringComparison.Ordinal));

        Assert.Equal((HttpStatusCode.Created, HttpStatusCode.Created, HttpStatusCode.Created), (first.Status, second.Status, visit.Status));
        Assert.NotEqual(first["profile"].ToString(), second["profile"].ToString());
        Assert.Equal((user, user), ((string?)visit["openedFor"], (string?)visit["customer"]["user"]));
        Assert.Equal(["parcel"], first["tags"].AsArray().Select(tag => (string?)tag));
        Assert.Equal((HttpStatusCode.NotFound, "user"), (nobody.Status, (string?)nobody["field"]));
        Assert.Equal([visit["id"].ToString()], (await team.Seat(_app).GetAsync($"/api/users/{user}/interactions")).Values("id"));
    }

    [Fact]
    public async Task There_is_one_for_a_customer_on_a_line_and_beginning_again_finds_it()
    {
        var (team, customer) = (await Team.ConfiguredAsync(_app, agents: 2), new Customer());
        var json = $$"""{"type":"phone","line":"{{team.Line}}","from":"{{customer.Number}}"}""";
        var first = await StartAsync(team, json);

        var again = await StartAsync(team, json);
        var other = await team.Seat(_app, agent: 1).AskAsync(HttpMethod.Post, "/api/interactions", json);

        Assert.Equal((HttpStatusCode.OK, first["id"].ToString()), (again.Status, again["id"].ToString()));
        Assert.Equal((HttpStatusCode.Conflict, "urn:interactions:active-with-another"), (other.Status, other.Type));
        Assert.Equal(team.Agents[0], (string?)other["assignedTo"]);
    }

    [Fact]
    public async Task Whoever_waits_is_joined_by_who_serves_their_queue()
    {
        var (team, customer) = (await Team.ConfiguredAsync(_app), new Customer());
        var id = await team.CustomerWaitsAsync(_app, customer);

        var reply = await StartAsync(team, $$"""{"type":"messaging","line":"{{team.Line}}","to":"{{customer.Number}}"}""");

        Assert.Equal((HttpStatusCode.OK, id.ToString(), team.Agents[0]), (reply.Status, reply["id"].ToString(), (string?)reply["assignedTo"]));
    }

    [Fact]
    public async Task What_is_said_of_a_call_of_somebody_who_waits_is_kept()
    {
        var (team, customer) = (await Team.ConfiguredAsync(_app), new Customer());
        var id = await team.CustomerWaitsAsync(_app, customer);

        var reply = await StartAsync(
            team, $$"""{"type":"phone","line":"{{team.Line}}","from":"{{customer.Number}}","shortDescription":"Calls about it","tags":["parcel"]}""");

        Assert.Equal((HttpStatusCode.OK, id.ToString(), "phone"), (reply.Status, reply["id"].ToString(), (string?)reply["type"]));
        Assert.Equal(("Calls about it", "parcel"), ((string?)reply["shortDescription"], (string?)reply["tags"][0]));
        Assert.Equal((1, 0), ((int)(await team.Seat(_app).MeAsync())["load"]["phone"]!, await team.Seat(_app).LoadAsync()));
    }

    [Fact]
    public async Task Nobody_is_texted_who_said_stop_but_may_be_called()
    {
        var (team, customer) = (await Team.ConfiguredAsync(_app), new Customer());
        await customer.TextsAsync(_app, "STOP", to: team.Number);

        var text = await StartAsync(team, $$"""{"type":"messaging","line":"{{team.Line}}","to":"{{customer.Number}}"}""");
        var call = await StartAsync(team, $$"""{"type":"phone","line":"{{team.Line}}","from":"{{customer.Number}}"}""");

        Assert.Equal((HttpStatusCode.Conflict, "urn:interactions:opted-out"), (text.Status, text.Type));
        Assert.Equal(("optedOut", "STOP"), ((string?)text["consent"]["state"], (string?)text["consent"]["word"]));
        Assert.Equal(HttpStatusCode.Created, call.Status);
    }

    [Theory]
    [InlineData("""{"line":"@","to":"+12025550123"}""", 400, "invalid-field", "type")]
    [InlineData("""{"type":"chat","line":"@","to":"+12025550123"}""", 400, "invalid-field", "type")]
    [InlineData("""{"type":"fax","line":"@","to":"+12025550123"}""", 400, "invalid-field", "type")]
    [InlineData("""{"type":"phone","from":"+12025550123"}""", 400, "invalid-field", "line")]
    [InlineData("""{"type":"phone","line":"../x","from":"+12025550123"}""", 400, "invalid-field", "line")]
    [InlineData("""{"type":"phone","line":"no-such-line","from":"+12025550123"}""", 404, "not-found", "line")]
    [InlineData("""{"type":"phone","line":"@","queue":"no-such-queue","from":"+12025550123"}""", 404, "not-found", "queue")]
    [InlineData("""{"type":"phone","line":"@"}""", 400, "invalid-field", "from")]
    [InlineData("""{"type":"phone","line":"@","from":"somebody"}""", 400, "invalid-field", "from")]
    [InlineData("""{"type":"phone","line":"@","from":"+12025550123","to":"+12025550123"}""", 400, "invalid-field", "from")]
    [InlineData("""{"type":"messaging","line":"@","from":"+12025550123"}""", 400, "invalid-field", "from")]
    [InlineData("""{"type":"messaging","line":"@","to":"user:u-1"}""", 400, "invalid-field", "to")]
    [InlineData("""{"type":"messaging","line":"@","to":"+15550100001"}""", 400, "invalid-field", "to")]
    public async Task What_makes_no_sense_is_refused(string json, int status, string reason, string field)
    {
        var team = await Team.ConfiguredAsync(_app);

        var reply = await StartAsync(team, json.Replace("@", team.Line, StringComparison.Ordinal));

        Assert.Equal((status, $"urn:interactions:{reason}", field), ((int)reply.Status, reply.Type, (string?)reply["field"]));
    }

    [Theory]
    [InlineData("clone", "outbound")]
    [InlineData("reopen", "inbound")]
    public async Task A_closed_one_is_gone_on_with_in_a_record_of_its_own(string action, string direction)
    {
        var team = await Team.ConfiguredAsync(_app);
        var id = await team.CustomerWaitsAsync(_app);
        var agent = Actor.Of(AgentId.Parse(team.Agents[0]));
        await _app.DoAsync(new Claim(id, agent.Agent!.Value));
        var early = await team.Seat(_app).OrdersAsync(action, id);
        await _app.DoAsync(new End(agent, id, Outcome.Resolved));
        await _app.DoAsync(new Wrap(agent, id, "Lost parcel", "found"));

        var reply = await team.Seat(_app).OrdersAsync(action, id);
        var again = await team.Seat(_app).OrdersAsync(action, id);

        Assert.Equal((HttpStatusCode.Conflict, "urn:interactions:not-closed"), (early.Status, early.Type));
        Assert.Equal((HttpStatusCode.Created, direction, id.ToString()), (reply.Status, (string?)reply["direction"], (string?)reply["parent"]));
        Assert.Equal("Lost parcel", (string?)reply["shortDescription"]);
        Assert.Equal((HttpStatusCode.OK, reply["id"].ToString()), (again.Status, again["id"].ToString()));
        Assert.Equal("closedComplete", (string?)(await team.Seat(_app).GetAsync($"/api/interactions/{id}"))["state"]);
    }

    private Task<Reply> StartAsync(Team team, string json) => team.Seat(_app).AskAsync(HttpMethod.Post, "/api/interactions", json);
}
