using System.Net;
using Interactions.Functions.Tests.Driver;
using Interactions.Functions.Tests.Http;

namespace Interactions.Functions.Tests.Orders;

public sealed class When_an_agent_has_read_it(SharedApp shared) : IClassFixture<SharedApp>
{
    private readonly RunningApp _app = shared.App;

    [Fact]
    public async Task Their_inbox_shows_it_and_nothing_is_logged()
    {
        var matter = await Matter.ActiveAsync(_app);
        Assert.True((bool)(await matter.Agent.InboxAsync())["items"][0]!["unread"]!);
        var lines = (int)(await matter.RecordAsync())["lastSequence"]!;

        var reply = await matter.Agent.OrdersAsync("read", matter.Id).IsAsync(HttpStatusCode.OK);

        Assert.Equal((0, lines), ((int)reply["unread"]!, (int)reply["lastSequence"]!));
        Assert.False((bool)(await matter.Agent.InboxAsync())["items"][0]!["unread"]!);
        Assert.Equal(reply.ETag, (await matter.Agent.OrdersAsync("read", matter.Id, "{}").IsAsync(HttpStatusCode.OK)).ETag);
    }

    [Fact]
    public async Task What_came_after_what_they_saw_stays_unread()
    {
        var matter = await Matter.ActiveAsync(_app);
        var seen = (int)(await matter.RecordAsync())["lastSequence"]!;
        await matter.Customer.TextsAsync(_app, "One more thing", to: matter.Team.Number);

        Assert.Equal(2, (int)(await matter.Agent.OrdersAsync("read", matter.Id, $$"""{"lastSeen":{{seen}}}""").IsAsync(HttpStatusCode.OK))["unread"]!);
        Assert.Equal(0, (int)(await matter.Agent.OrdersAsync("read", matter.Id, $$"""{"lastSeen":{{seen + 1}}}""").IsAsync(HttpStatusCode.OK))["unread"]!);
    }

    [Fact]
    public async Task Nobody_reads_it_for_them()
    {
        var matter = await Matter.ActiveAsync(_app, agents: 2);

        await matter.Team.Seat(_app, 1).OrdersAsync("read", matter.Id).IsAsync(HttpStatusCode.Conflict, "not-yours");
        await Matter.Supervisor(_app).OrdersAsync("read", matter.Id).IsAsync(HttpStatusCode.Conflict, "not-yours");
    }

    [Fact]
    public async Task Too_late_it_does_no_harm()
    {
        var matter = await Matter.ClosedAsync(_app);
        var before = (await matter.RecordAsync()).ETag;

        Assert.Equal(before, (await matter.Agent.OrdersAsync("read", matter.Id).IsAsync(HttpStatusCode.OK)).ETag);
    }

    [Theory]
    [InlineData("""{"lastSeen":-1}""", "invalid-field")]
    [InlineData("""{"lastSeen":"1"}""", "invalid-field")]
    [InlineData("""{"seen":1}""", "unknown-field")]
    public async Task What_makes_no_sense_is_named(string json, string reason)
    {
        var matter = await Matter.ActiveAsync(_app);

        await matter.Agent.OrdersAsync("read", matter.Id, json).IsAsync(HttpStatusCode.BadRequest, reason);
    }
}
