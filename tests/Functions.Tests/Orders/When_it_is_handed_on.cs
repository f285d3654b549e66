using System.Net;
using Interactions.Domain.Interactions;
using Interactions.Domain.Values;
using Interactions.Functions.Tests.Agents;
using Interactions.Functions.Tests.Driver;
using Interactions.Functions.Tests.Http;

namespace Interactions.Functions.Tests.Orders;

public sealed class When_it_is_handed_on(SharedApp shared) : IClassFixture<SharedApp>
{
    private readonly RunningApp _app = shared.App;

    [Fact]
    public async Task It_waits_in_the_other_queue_with_the_note_and_the_room_is_free_again()
    {
        var team = await Team.ConfiguredAsync(_app);
        var other = await Team.ConfiguredAsync(_app);
        var id = await ActiveAsync(team);

        var reply = await team.Seat(_app).OrdersAsync("transfer", id, $$"""{"queue":"{{other.Queue}}","note":"Wants a refund"}""");

        Assert.Equal((HttpStatusCode.OK, "queued", other.Queue), (reply.Status, (string?)reply["handling"], (string?)reply["queue"]));
        Assert.Null(reply["assignedTo"]);
        Assert.Equal(0, await team.Seat(_app).LoadAsync());
        Assert.Equal("Wants a refund", await NoteAsync(team, id, "transferredToQueue"));
    }

    [Fact]
    public async Task Asking_again_is_no_mistake_whether_it_still_waits_there_or_somebody_is_being_asked()
    {
        var team = await Team.ConfiguredAsync(_app);
        var other = await Team.ConfiguredAsync(_app);
        var id = await ActiveAsync(team);
        var order = $$"""{"queue":"{{other.Queue}}"}""";
        var first = await team.Seat(_app).OrdersAsync("transfer", id, order);

        var second = await team.Seat(_app).OrdersAsync("transfer", id, order);
        await other.Seat(_app).IsAsync("ready");
        await _app.DoAsync(new MakeOffer(id, QueueId.Parse(other.Queue), AgentId.Parse(other.Agents[0])));
        var third = await team.Seat(_app).OrdersAsync("transfer", id, order);

        Assert.Equal((HttpStatusCode.OK, first.ETag), (second.Status, second.ETag));
        Assert.Equal((HttpStatusCode.OK, "offered"), (third.Status, (string?)third["handling"]));
    }

    [Fact]
    public async Task A_colleague_is_asked_and_has_it_only_when_they_accept()
    {
        var team = await Team.ConfiguredAsync(_app, agents: 2);
        var id = await ActiveAsync(team);
        await team.Seat(_app, agent: 1).IsAsync("ready");

        var reply = await team.Seat(_app).OrdersAsync("transfer", id, $$"""{"agent":"{{team.Agents[1]}}","note":"  "}""");
        var again = await team.Seat(_app).OrdersAsync("transfer", id, $$"""{"agent":"{{team.Agents[1]}}"}""");

        Assert.Equal((HttpStatusCode.OK, team.Agents[1]), (reply.Status, (string?)reply["offer"]["agent"]));
        Assert.Equal((HttpStatusCode.OK, reply.ETag), (again.Status, again.ETag));
        Assert.Null(await NoteAsync(team, id, "transferredToAgent"));
        Assert.Equal((0, 1), (await team.Seat(_app).LoadAsync(), await team.Seat(_app, agent: 1).LoadAsync()));
        Assert.Equal("active", (string?)(await team.Seat(_app, agent: 1).OrdersAsync("accept", id))["handling"]);
    }

    [Fact]
    public async Task Whoever_has_nothing_to_do_with_it_is_refused_although_it_is_there_already()
    {
        var team = await Team.ConfiguredAsync(_app, agents: 3);
        var id = await ActiveAsync(team);
        var order = $$"""{"agent":"{{team.Agents[0]}}","note":"Nobody would ever read this"}""";

        var stranger = await team.Seat(_app, agent: 2).OrdersAsync("transfer", id, order);
        var supervisor = await new Seat(_app, "supervisor-1").OrdersAsync("transfer", id, order);

        Assert.Equal(
            ["urn:interactions:not-yours", "urn:interactions:already-theirs"], new[] { stranger, supervisor }.Select(reply => reply.Type));
    }

    [Fact]
    public async Task Where_whoever_is_asked_has_it_at_once_asking_again_is_no_mistake_either()
    {
        var team = await Team.ConfiguredAsync(_app, agents: 2, queue: "\"autoAccept\":true");
        var id = await ActiveAsync(team);
        await team.Seat(_app, agent: 1).IsAsync("ready");
        var order = $$"""{"agent":"{{team.Agents[1]}}","note":"Yours"}""";

        var first = await team.Seat(_app).OrdersAsync("transfer", id, order);
        var second = await team.Seat(_app).OrdersAsync("transfer", id, order);

        Assert.Equal((HttpStatusCode.OK, team.Agents[1]), (first.Status, (string?)first["assignedTo"]));
        Assert.Equal((HttpStatusCode.OK, first.ETag), (second.Status, second.ETag));
    }

    [Fact]
    public async Task Somebody_outside_takes_over_and_what_is_left_is_to_wrap_it_up()
    {
        var team = await Team.ConfiguredAsync(_app, queue: "\"handedOverText\":\"Please call them.\"");
        var id = await ActiveAsync(team);

        var reply = await team.Seat(_app).OrdersAsync("transfer", id, """{"contact":"+1 (202) 555-0199"}""");
        var again = await team.Seat(_app).OrdersAsync("transfer", id, """{"contact":"+12025550199"}""");

        Assert.Equal((HttpStatusCode.OK, "wrapUp"), (reply.Status, (string?)reply["handling"]));
        Assert.Equal((HttpStatusCode.OK, reply.ETag), (again.Status, again.ETag));
    }

    [Fact]
    public async Task A_supervisor_may_do_it_for_the_agent_and_ask_again()
    {
        var team = await Team.ConfiguredAsync(_app);
        var other = await Team.ConfiguredAsync(_app);
        var id = await ActiveAsync(team);
        var supervisor = new Seat(_app, "supervisor-1");
        var order = $$"""{"queue":"{{other.Queue}}"}""";

        var first = await supervisor.OrdersAsync("transfer", id, order);
        var second = await supervisor.OrdersAsync("transfer", id, order);

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK, first.ETag), (first.Status, second.Status, second.ETag));
        Assert.Equal(0, await team.Seat(_app).LoadAsync());
    }

    [Fact]
    public async Task Only_whoever_has_it_may()
    {
        var team = await Team.ConfiguredAsync(_app, agents: 2);
        var id = await ActiveAsync(team);

        var reply = await team.Seat(_app, agent: 1).OrdersAsync("transfer", id, """{"queue":"billing"}""");

        Assert.Equal((HttpStatusCode.Conflict, "urn:interactions:not-yours"), (reply.Status, reply.Type));
        Assert.Equal((team.Agents[0], "active"), ((string?)reply["assignedTo"], (string?)reply["handling"]));
    }

    [Fact]
    public async Task A_colleague_who_cannot_be_asked_is_not_and_it_stays_where_it_is()
    {
        var team = await Team.ConfiguredAsync(_app, agents: 2, agent: """{"capacity":{"messaging":1}}""");
        var id = await ActiveAsync(team);
        var order = $$"""{"agent":"{{team.Agents[1]}}"}""";

        var away = await team.Seat(_app).OrdersAsync("transfer", id, order);
        await team.Seat(_app, agent: 1).IsAsync("ready", """{"messaging":0}""");
        var full = await team.Seat(_app).OrdersAsync("transfer", id, order);
        var stranger = await team.Seat(_app).OrdersAsync("transfer", id, """{"agent":"agent-1"}""");

        Assert.Equal(
            ["urn:interactions:agent-not-ready", "urn:interactions:no-room", "urn:interactions:not-a-member"],
            new[] { away, full, stranger }.Select(reply => reply.Type));
        Assert.All(new[] { away, full, stranger }, reply => Assert.Equal(HttpStatusCode.Conflict, reply.Status));
        Assert.All(new[] { away, full, stranger }, reply => Assert.Equal(team.Agents[0], (string?)reply["assignedTo"]));
    }

    [Theory]
    [InlineData("""{"queue":"nowhere"}""", 404, "not-found", "queue")]
    [InlineData("""{"agent":"agent-nobody"}""", 404, "not-found", "agent")]
    [InlineData("""{"queue":"No Id"}""", 400, "invalid-field", "queue")]
    [InlineData("""{"agent":""}""", 400, "invalid-field", "agent")]
    [InlineData("""{"contact":" "}""", 400, "invalid-field", "contact")]
    [InlineData("""{"contact":"somebody"}""", 400, "invalid-field", "contact")]
    [InlineData("""{"contact":"+15550100001"}""", 400, "invalid-field", "contact")]
    [InlineData("""{"contact":"whatsapp:+15550100001"}""", 400, "invalid-field", "contact")]
    [InlineData("""{"queue":"billing","agent":"agent-1"}""", 400, "invalid-field", "agent")]
    [InlineData("""{"queue":"billing","contact":"+12025550199"}""", 400, "invalid-field", "contact")]
    [InlineData("""{"agent":"agent-1","contact":"+12025550199"}""", 400, "invalid-field", "contact")]
    [InlineData("""{"note":"to nobody"}""", 400, "invalid-field", "queue")]
    [InlineData("""{"queue":null}""", 400, "invalid-field", "queue")]
    [InlineData("{}", 400, "invalid-field", "queue")]
    [InlineData("""{"queue":1}""", 400, "invalid-field", "queue")]
    [InlineData("""{"queues":"billing"}""", 400, "unknown-field", "queues")]
    public async Task Whatever_is_wrong_with_whom_it_is_for_is_named(string json, int status, string reason, string field)
    {
        var reply = await new Seat(_app, "agent-1").OrdersAsync("transfer", "aaaaaaaaaaaaaaaaaaaa.1", json);

        Assert.Equal((status, $"urn:interactions:{reason}"), ((int)reply.Status, reply.Type));
        Assert.Equal(field, (string?)reply["field"]);
    }

    [Theory]
    [InlineData(2000, HttpStatusCode.OK)]
    [InlineData(2001, HttpStatusCode.BadRequest)]
    public async Task A_note_has_2000_characters_at_most(int length, HttpStatusCode status)
    {
        var team = await Team.ConfiguredAsync(_app);
        var id = await ActiveAsync(team);

        var reply = await team.Seat(_app).OrdersAsync("transfer", id, $$"""{"queue":"billing","note":"{{new string('é', length)}}"}""");

        Assert.Equal(status, reply.Status);
        if (status != HttpStatusCode.OK)
            Assert.Equal("note", (string?)reply["field"]);
    }

    private async Task<InteractionId> ActiveAsync(Team team)
    {
        var id = await team.CustomerWaitsAsync(_app);
        await team.Seat(_app).OrdersAsync("claim", id);
        return id;
    }

    private async Task<string?> NoteAsync(Team team, InteractionId id, string kind) =>
        (string?)(await team.Seat(_app).GetAsync($"/api/interactions/{id}/log")).Single(kind)["note"];
}
