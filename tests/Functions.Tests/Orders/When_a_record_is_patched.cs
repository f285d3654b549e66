using System.Net;
using Interactions.Functions.Tests.Agents;
using Interactions.Functions.Tests.Driver;
using Interactions.Functions.Tests.Http;

namespace Interactions.Functions.Tests.Orders;

public sealed class When_a_record_is_patched(SharedApp shared) : IClassFixture<SharedApp>
{
    private readonly RunningApp _app = shared.App;

    [Fact]
    public async Task It_says_what_was_said_and_the_log_what_it_was_before()
    {
        var matter = await Matter.ActiveAsync(_app);

        var reply = await matter.PatchAsync(
            """{"shortDescription":" Lost parcel ","priority":7,"tags":["parcel","vip"],"language":"pt-BR","disposition":"refunded"}""").IsAsync(HttpStatusCode.OK);

        Assert.Equal(
            ("Lost parcel", 7, "pt-BR", "refunded"),
            ((string?)reply["shortDescription"], (int)reply["priority"]!, (string?)reply["language"], (string?)reply["disposition"]));
        Assert.Equal(["parcel", "vip"], reply["tags"].AsArray().Select(tag => (string?)tag));
        var changes = (await matter.LogAsync()).Single("amended")["changes"]!.AsArray();
        Assert.Equal(
            ["shortDescription  Lost parcel", "priority 0 7", "language  pt-BR", "disposition  refunded", "tags  parcel", "tags  vip"],
            changes.Select(change => $"{change!["field"]} {change["from"]} {change["to"]}"));
    }

    [Fact]
    public async Task What_is_not_named_stays_and_null_takes_away()
    {
        var matter = await Matter.ActiveAsync(_app);
        await matter.PatchAsync("""{"shortDescription":"Lost parcel","priority":7,"tags":["vip"],"language":"pt","disposition":"refunded"}""").IsAsync(HttpStatusCode.OK);

        var reply = await matter.PatchAsync("""{"priority":null,"tags":null,"language":null,"disposition":null}""").IsAsync(HttpStatusCode.OK);

        Assert.Equal("Lost parcel", (string?)reply["shortDescription"]);
        Assert.Equal((0, 0), ((int)reply["priority"]!, reply["tags"].AsArray().Count));
        Assert.Null(reply.Body!["language"]);
        Assert.Null(reply.Body["disposition"]);
    }

    [Fact]
    public async Task What_is_so_already_changes_nothing()
    {
        var matter = await Matter.ActiveAsync(_app);
        var first = await matter.PatchAsync("""{"tags":["a","b"]}""").IsAsync(HttpStatusCode.OK);

        Assert.Equal(first.ETag, (await matter.PatchAsync("""{"tags":["b","a"],"priority":0}""").IsAsync(HttpStatusCode.OK)).ETag);
        Assert.Equal(first.ETag, (await matter.PatchAsync("{}").IsAsync(HttpStatusCode.OK)).ETag);
    }

    [Fact]
    public async Task Another_version_than_the_one_that_was_seen_is_not_touched()
    {
        var matter = await Matter.ActiveAsync(_app);
        var seen = (await matter.RecordAsync()).ETag;
        await matter.Customer.TextsAsync(_app, "One more thing", to: matter.Team.Number);

        await matter.PatchAsync("""{"priority":7}""", ifMatch: seen).IsAsync(HttpStatusCode.PreconditionFailed, "precondition-failed");

        Assert.Equal(0, (int)(await matter.RecordAsync())["priority"]!);
        await matter.PatchAsync("""{"priority":7}""", ifMatch: (await matter.RecordAsync()).ETag).IsAsync(HttpStatusCode.OK);
    }

    [Fact]
    public async Task While_it_waits_everybody_who_may_take_it_writes_it_and_afterwards_whoever_has_it()
    {
        var matter = await Matter.WaitingAsync(_app, agents: 2);
        var colleague = matter.Team.Seat(_app, 1);

        await matter.PatchAsync("""{"priority":7}""", colleague).IsAsync(HttpStatusCode.OK);
        await matter.Agent.OrdersAsync("claim", matter.Id).IsAsync(HttpStatusCode.OK);

        await matter.PatchAsync("""{"priority":8}""", colleague).IsAsync(HttpStatusCode.Conflict, "not-yours");
        await matter.PatchAsync("""{"priority":8}""", Matter.Supervisor(_app)).IsAsync(HttpStatusCode.OK);
        Assert.Equal(8, (int)(await matter.Agent.InboxAsync())["items"][0]!["priority"]!);
    }

    [Fact]
    public async Task A_call_goes_on_in_writing_in_the_same_record()
    {
        var matter = await Matter.ActiveAsync(_app);

        var call = await matter.PatchAsync("""{"type":"phone"}""").IsAsync(HttpStatusCode.OK);
        Assert.Equal(("phone", "phone"), ((string?)call["type"], (string?)call["channel"]));
        await matter.Agent.OrdersAsync("messages", matter.Id, """{"text":"As I said"}""").IsAsync(HttpStatusCode.Conflict, "not-messaging");

        var text = await matter.PatchAsync("""{"type":"messaging"}""").IsAsync(HttpStatusCode.OK);
        Assert.Equal(("messaging", "sms"), ((string?)text["type"], (string?)text["channel"]));
        await matter.Agent.OrdersAsync("messages", matter.Id, """{"text":"As I said"}""").IsAsync(HttpStatusCode.Accepted);
        Assert.Equal(2, (await matter.LogAsync()).Values("kind").Count(kind => kind == "typeChanged"));

        // Room was taken for a text, and is given back as such.
        await matter.PatchAsync("""{"type":"phone"}""").IsAsync(HttpStatusCode.OK);
        await matter.CloseAsync();
        Assert.Equal(0, await matter.Agent.LoadAsync());
    }

    [Theory]
    [InlineData("""{"shortDescription":"a\nb"}""", "invalid-field", "shortDescription")]
    [InlineData("""{"priority":1001}""", "invalid-field", "priority")]
    [InlineData("""{"priority":1.5}""", "invalid-field", "priority")]
    [InlineData("""{"priority":99999999999}""", "invalid-field", "priority")]
    [InlineData("""{"tags":["a"," b"]}""", "invalid-field", "tags")]
    [InlineData("""{"tags":["a","a"]}""", "invalid-field", "tags")]
    [InlineData("""{"tags":["a",null]}""", "invalid-field", "tags")]
    [InlineData("""{"tags":"a"}""", "invalid-field", "tags")]
    [InlineData("""{"language":"english please"}""", "invalid-field", "language")]
    [InlineData("""{"outcome":null}""", "invalid-field", "outcome")]
    [InlineData("""{"outcome":"done"}""", "invalid-field", "outcome")]
    [InlineData("""{"type":null}""", "invalid-field", "type")]
    [InlineData("""{"type":3}""", "invalid-field", "type")]
    [InlineData("""{"closedAt":"2031-05-12T00:00:00Z"}""", "unknown-field", "closedAt")]
    [InlineData("""{"assignedTo":"agent-1"}""", "unknown-field", "assignedTo")]
    public async Task What_cannot_be_written_is_named(string json, string reason, string field)
    {
        var matter = await Matter.ActiveAsync(_app);

        var reply = await matter.PatchAsync(json).IsAsync(HttpStatusCode.BadRequest, reason);

        Assert.StartsWith(field, (string?)reply["field"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Each_field_takes_so_much_and_no_more()
    {
        var matter = await Matter.ActiveAsync(_app);

        await matter.PatchAsync($$"""{"shortDescription":"{{new string('x', 160)}}","disposition":"{{new string('x', 100)}}"}""").IsAsync(HttpStatusCode.OK);
        await matter.PatchAsync($$"""{"shortDescription":"{{new string('x', 161)}}"}""").IsAsync(HttpStatusCode.BadRequest, "invalid-field");
        await matter.PatchAsync($$"""{"disposition":"{{new string('x', 101)}}"}""").IsAsync(HttpStatusCode.BadRequest, "invalid-field");
        await matter.PatchAsync($$"""{"tags":["{{new string('x', 65)}}"]}""").IsAsync(HttpStatusCode.BadRequest, "invalid-field");
        var many = string.Join(',', Enumerable.Range(0, 21).Select(tag => $"\"t{tag}\""));
        await matter.PatchAsync($$"""{"tags":[{{many}}]}""").IsAsync(HttpStatusCode.BadRequest, "invalid-field");
    }
}
