using Interactions.Domain.Interactions;
using Interactions.Domain.Values;
using Interactions.Functions.Tests.Driver;
using Interactions.Functions.Tests.Http;

namespace Interactions.Functions.Tests.Agents;

public sealed class When_a_log_is_read(SharedApp shared) : IClassFixture<SharedApp>
{
    private readonly RunningApp _app = shared.App;
    private readonly Customer _customer = new();

    [Fact]
    public async Task It_tells_what_happened_in_its_order()
    {
        await _customer.TextsAsync(_app, "Hello");
        var id = await _customer.OpenAsync(_app);
        await _app.DoAsync(new Claim(id, Work.Agent));
        await _app.DoAsync(new SendReply(Actor.Of(Work.Agent), id, new("Good day", [])));

        var reply = await _app.GetAsync($"/api/interactions/{id}/log");

        Assert.Equal(["Hello", "Good day"], reply.Texts());
        Assert.Equal(reply.Values("sequence").Order(StringComparer.Ordinal), reply.Values("sequence"));
        Assert.Equal("inbound", (string?)reply.Single("messageReceived")["message"]!["direction"]);
        Assert.Equal("customer", (string?)reply.Single("messageReceived")["by"]!["kind"]);
        Assert.Equal("pending", (string?)reply.Single("messageSent")["message"]!["delivery"]!["state"]);
        Assert.Equal("agent-1", (string?)reply.Single("messageSent")["by"]!["agent"]);
        Assert.Equal("agent-1", (string?)reply.Single("claimed")["agent"]);
        Assert.Equal("support", (string?)reply.Single("opened")["queue"]);
        Assert.Null(reply.Body!["cursor"]);
    }

    [Fact]
    public async Task Another_interaction_of_the_same_customer_is_left_out()
    {
        await _customer.TextsAsync(_app, "one");
        await _customer.TextsAsync(_app, "other", to: Lines.Talkative);
        await _customer.TextsAsync(_app, "two");

        var reply = await _app.GetAsync($"/api/interactions/{await _customer.OpenAsync(_app)}/log");

        Assert.Equal(["one", "two"], reply.Texts());
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(200)]
    public async Task Its_pages_together_are_the_whole(int limit)
    {
        foreach (var text in new[] { "1", "2", "3" })
            await _customer.TextsAsync(_app, text);
        await _customer.TextsAsync(_app, "other", to: Lines.Talkative);
        await _customer.TextsAsync(_app, "4");
        var path = $"/api/interactions/{await _customer.OpenAsync(_app)}/log?limit={limit}";

        var texts = new List<string>();
        for (string? cursor = "", next = path; next is not null; next = cursor is null ? null : $"{path}&cursor={cursor}")
        {
            var page = await _app.GetAsync(next);
            Assert.InRange(page["items"].AsArray().Count, 0, limit);
            texts.AddRange(page.Texts());
            cursor = (string?)page.Body!["cursor"];
        }

        Assert.Equal(["1", "2", "3", "4"], texts);
    }

    [Theory]
    [InlineData("MA")]
    [InlineData("LTE")]
    [InlineData("OTk5OTk5OTk5OTk5OTk5OTk5OTk")]
    [InlineData("YWJj")]
    public async Task A_cursor_that_nobody_gave_out_is_refused(string cursor)
    {
        await _customer.TextsAsync(_app, "Hello");

        var reply = await _app.GetAsync($"/api/interactions/{await _customer.OpenAsync(_app)}/log?cursor={cursor}");

        Assert.Equal("cursor", (string?)reply["parameter"]);
    }
}
