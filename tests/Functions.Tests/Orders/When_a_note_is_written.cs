using System.Net;
using Interactions.Functions.Tests.Agents;
using Interactions.Functions.Tests.Driver;
using Interactions.Functions.Tests.Http;

namespace Interactions.Functions.Tests.Orders;

public sealed class When_a_note_is_written(SharedApp shared) : IClassFixture<SharedApp>
{
    private readonly RunningApp _app = shared.App;

    [Fact]
    public async Task The_line_of_the_log_is_answered_and_nothing_is_sent()
    {
        var matter = await Matter.ActiveAsync(_app);

        var reply = await matter.Agent.OrdersAsync("notes", matter.Id, """{"text":"Prefers\nmornings"}""").IsAsync(HttpStatusCode.Created);

        Assert.Equal(("note", "Prefers\nmornings", matter.Agent.Id), ((string?)reply["kind"], (string?)reply["note"], (string?)reply["by"]["agent"]));
        var log = await matter.LogAsync();
        Assert.Equal(reply.Body!.ToJsonString(), log.Single("note").ToJsonString());
        Assert.Equal(["Hello"], log.Texts());
        Assert.Equal((int)reply["sequence"]!, (int)(await matter.RecordAsync())["lastSequence"]!);
    }

    [Fact]
    public async Task Colleagues_and_supervisors_write_them_too_also_of_what_is_closed()
    {
        var matter = await Matter.ClosedAsync(_app, agents: 2);
        var before = await matter.RecordAsync();

        await matter.Team.Seat(_app, 1).OrdersAsync("notes", matter.Id, """{"text":"Called back"}""").IsAsync(HttpStatusCode.Created);
        await Matter.Supervisor(_app).OrdersAsync("notes", matter.Id, """{"text":"Seen"}""").IsAsync(HttpStatusCode.Created);

        var after = await matter.RecordAsync();
        Assert.Equal((int)before["lastSequence"]! + 2, (int)after["lastSequence"]!);
        Assert.Equal((string?)before["closedAt"], (string?)after["closedAt"]);
        Assert.Equal(["note", "note"], (await matter.LogAsync()).Values("kind")[^2..]);
    }

    [Fact]
    public async Task Who_looks_for_its_words_in_the_conversation_finds_it()
    {
        var matter = await Matter.ActiveAsync(_app);
        await matter.Agent.OrdersAsync("notes", matter.Id, """{"text":"Wants a refund"}""").IsAsync(HttpStatusCode.Created);

        var found = await matter.Agent.GetAsync($"/api/profiles/{matter.Customer.Profile}/log?q=REFUND");

        Assert.Equal(["note"], found.Values("kind"));
    }

    [Fact]
    public async Task Whoever_may_not_see_it_writes_none()
    {
        var matter = await Matter.ClosedAsync(_app);
        var stranger = (await Team.ConfiguredAsync(_app)).Seat(_app);

        await stranger.OrdersAsync("notes", matter.Id, """{"text":"Hello"}""").IsAsync(HttpStatusCode.NotFound, "not-found");
        Assert.DoesNotContain("note", (await matter.LogAsync()).Values("kind"));
    }

    [Theory]
    [InlineData("""{"text":" \n "}""", "invalid-field")]
    [InlineData("{}", "invalid-field")]
    [InlineData("""{"text":"a\u0000b"}""", "invalid-field")]
    [InlineData("""{"text":7}""", "invalid-field")]
    [InlineData("""{"text":"a","to":"+15550100123"}""", "unknown-field")]
    public async Task What_is_none_is_refused(string json, string reason)
    {
        var matter = await Matter.ActiveAsync(_app);

        await matter.Agent.OrdersAsync("notes", matter.Id, json).IsAsync(HttpStatusCode.BadRequest, reason);
    }

    [Fact]
    public async Task It_has_two_thousand_characters_at_most()
    {
        var matter = await Matter.ActiveAsync(_app);

        await matter.Agent.OrdersAsync("notes", matter.Id, $$"""{"text":"{{new string('x', 2000)}}"}""").IsAsync(HttpStatusCode.Created);
        await matter.Agent.OrdersAsync("notes", matter.Id, $$"""{"text":"{{new string('x', 2001)}}"}""").IsAsync(HttpStatusCode.BadRequest, "invalid-field");
    }
}
