using System.Net;
using Interactions.Functions.Tests.Driver;
using Interactions.Functions.Tests.Http;

namespace Interactions.Functions.Tests.Desks;

public sealed class When_somebody_says_whether_they_take_work(SharedApp shared) : IClassFixture<SharedApp>
{
    private readonly RunningApp _app = shared.App;

    [Fact]
    public async Task It_is_shown_with_what_is_known_of_them()
    {
        var team = await Team.ConfiguredAsync(_app, agent: """{"name":"Desk one","skills":["refunds","english"],"capacity":{"messaging":5}}""");
        var seat = team.Seat(_app);
        var before = await seat.MeAsync();

        var reply = await seat.IsAsync("ready");

        Assert.Equal(("offline", null), ((string?)before["presence"]["status"], (string?)before["presence"]["since"]));
        Assert.Equal(HttpStatusCode.OK, reply.Status);
        Assert.Equal(reply.Body!.ToJsonString(), (await seat.MeAsync()).Body!.ToJsonString());
        Assert.Equal((seat.Id, "agent", "Desk one"), ((string?)reply["id"], (string?)reply["role"], (string?)reply["name"]));
        Assert.Equal($"""["{team.Queue}"]""", reply["queues"].ToJsonString());
        Assert.Equal("""["english","refunds"]""", reply["skills"].ToJsonString());
        Assert.Equal(("ready", null), ((string?)reply["presence"]["status"], (string?)reply["presence"]["because"]));
        Assert.EndsWith("Z", (string?)reply["presence"]["since"], StringComparison.Ordinal);
        Assert.Equal("""{"messaging":5,"chat":3,"phone":1,"walkUp":1,"voicemail":1}""", reply["capacity"].ToJsonString());
        Assert.Equal("""{"messaging":0,"chat":0,"phone":0,"walkUp":0,"voicemail":0}""", reply["load"].ToJsonString());
    }

    [Fact]
    public async Task Saying_it_again_changes_nothing_not_even_since_when()
    {
        var team = await Team.ConfiguredAsync(_app);
        var first = await team.Seat(_app).IsAsync("notReady");

        var second = await team.Seat(_app).IsAsync("notReady");

        Assert.Equal(HttpStatusCode.OK, second.Status);
        Assert.Equal(first.Body!.ToJsonString(), second.Body!.ToJsonString());
    }

    [Fact]
    public async Task How_much_they_can_have_stays_unless_it_is_mentioned_and_null_is_as_configured()
    {
        var team = await Team.ConfiguredAsync(_app, agent: """{"capacity":{"messaging":4,"phone":2}}""");
        var seat = team.Seat(_app);

        Assert.Equal((6, 2), CapacityIn(await seat.IsAsync("ready", """{"messaging":6}""")));
        Assert.Equal((6, 2), CapacityIn(await seat.IsAsync("notReady")));
        Assert.Equal((6, 0), CapacityIn(await seat.IsAsync("ready", """{"phone":0,"messaging":null}""")));
        Assert.Equal((6, 0), CapacityIn(await seat.IsAsync("ready", "{}")));
        Assert.Equal((4, 2), CapacityIn(await seat.IsAsync("ready", "null")));
    }

    [Fact]
    public async Task What_they_have_stays_theirs_when_they_want_less_and_nothing_more_comes()
    {
        var team = await Team.ConfiguredAsync(_app, agent: """{"capacity":{"messaging":2}}""");
        var seat = team.Seat(_app);
        await seat.OrdersAsync("claim", await team.CustomerWaitsAsync(_app));
        await seat.OrdersAsync("claim", await team.CustomerWaitsAsync(_app));

        var reply = await seat.IsAsync("ready", """{"messaging":1}""");

        Assert.Equal((HttpStatusCode.OK, 1, 2), (reply.Status, (int)reply["capacity"]["messaging"]!, (int)reply["load"]["messaging"]!));
        Assert.Equal(2, (await seat.InboxAsync())["items"].AsArray().Count);
        Assert.Equal("urn:interactions:no-room", (await seat.OrdersAsync("claim", await team.CustomerWaitsAsync(_app))).Type);
    }

    [Theory]
    [InlineData("supervisor-1", "supervisor")]
    [InlineData("admin-1", "admin")]
    public async Task Whoever_serves_no_queue_may_say_it_too(string id, string role)
    {
        var seat = new Seat(_app, $"{id}-{Guid.NewGuid():N}");

        Assert.Equal(HttpStatusCode.OK, (await seat.IsAsync("ready")).Status);
        var me = await seat.MeAsync();
        Assert.Equal((role, "ready", 0), ((string?)me["role"], (string?)me["presence"]["status"], me["queues"].AsArray().Count));
    }

    [Theory]
    [InlineData("{}", "invalid-field", "status")]
    [InlineData("""{"status":null}""", "invalid-field", "status")]
    [InlineData("""{"status":"Ready"}""", "invalid-field", "status")]
    [InlineData("""{"status":"busy"}""", "invalid-field", "status")]
    [InlineData("""{"status":1}""", "invalid-field", "status")]
    [InlineData("""{"status":"ready","state":1}""", "unknown-field", "state")]
    [InlineData("""{"status":"ready","capacity":3}""", "invalid-field", "capacity")]
    [InlineData("""{"status":"ready","capacity":{"messaging":-1}}""", "invalid-field", "capacity.messaging")]
    [InlineData("""{"status":"ready","capacity":{"walkUp":101}}""", "invalid-field", "capacity.walkUp")]
    [InlineData("""{"status":"ready","capacity":{"phone":1.5}}""", "invalid-field", "capacity.phone")]
    [InlineData("""{"status":"ready","capacity":{"phone":"1"}}""", "invalid-field", "capacity.phone")]
    [InlineData("""{"status":"ready","capacity":{"fax":1}}""", "unknown-field", "capacity.fax")]
    public async Task Whatever_is_wrong_with_it_is_named(string json, string reason, string field)
    {
        var reply = await new Seat(_app, "agent-3").SaysAsync(json);

        Assert.Equal((HttpStatusCode.BadRequest, $"urn:interactions:{reason}"), (reply.Status, reply.Type));
        Assert.Equal(field, (string?)reply["field"]);
    }

    [Fact]
    public async Task Many_who_say_different_things_at_once_are_all_heard()
    {
        var team = await Team.ConfiguredAsync(_app);
        var seat = team.Seat(_app);

        var replies = await Task.WhenAll(Enumerable.Range(0, 8).Select(n => seat.IsAsync(n % 2 == 0 ? "ready" : "notReady")));

        Assert.All(replies, reply => Assert.Equal(HttpStatusCode.OK, reply.Status));
    }

    private static (int Messaging, int Phone) CapacityIn(Reply reply) =>
        ((int)reply["capacity"]["messaging"]!, (int)reply["capacity"]["phone"]!);
}
