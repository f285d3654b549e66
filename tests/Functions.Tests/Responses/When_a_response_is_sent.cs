using System.Net;
using Interactions.Functions.Tests.Agents;
using Interactions.Functions.Tests.Console;
using Interactions.Functions.Tests.Driver;
using Interactions.Functions.Tests.Http;
using Interactions.Functions.Tests.Orders;

namespace Interactions.Functions.Tests.Responses;

public sealed class When_a_response_is_sent(SharedApp shared) : IClassFixture<SharedApp>
{
    private readonly RunningApp _app = shared.App;
    private readonly string _id = Admin.NewId();

    private string Path => $"/api/console/responses/{_id}";

    [Fact]
    public async Task The_customer_gets_what_the_agent_was_shown()
    {
        var matter = await Matter.ActiveAsync(_app);
        await ConfigureAsync("Hello {customer.name}, this is {interaction.number}.");
        await matter.Agent.AskAsync(HttpMethod.Patch, $"/api/profiles/{matter.Customer.Profile}", """{"name":"Jo"}""").IsAsync(HttpStatusCode.OK);

        var shown = (await matter.Agent.GetAsync($"{matter.Path}/responses?limit=200"))["items"].AsArray().Single(each => (string?)each!["id"] == _id);
        var sent = await SendAsync(matter).IsAsync(HttpStatusCode.Accepted);

        Assert.Equal($"Hello Jo, this is {(await matter.RecordAsync())["number"]}.", (string?)sent["message"]["text"]);
        Assert.Equal((string?)shown!["text"], (string?)sent["message"]["text"]);
        Assert.Equal(sent.Body!.ToJsonString(), (await matter.LogAsync()).Single("messageSent").ToJsonString());
    }

    [Fact]
    public async Task Something_may_be_attached_to_it()
    {
        var matter = await Matter.ActiveAsync(_app);
        await ConfigureAsync("Here it is");

        var sent = await matter.Agent.OrdersAsync("messages", matter.Id, $$"""{"response":"{{_id}}","media":["https://example.com/a.png"]}""");

        Assert.Equal(("Here it is", 1), ((string?)sent["message"]["text"], sent["message"]["media"]!.AsArray().Count));
    }

    [Fact]
    public async Task The_same_request_again_is_answered_the_same_whatever_is_configured_by_then()
    {
        var matter = await Matter.ActiveAsync(_app);
        await ConfigureAsync("Hello");

        var first = await SendAsync(matter, "once").IsAsync(HttpStatusCode.Accepted);
        var changed = await _app.ConfigureAsync(Path, """{"title":"Welcome","text":"Good evening"}""", (await _app.ReadAsync(Path)).ETag).IsAsync(HttpStatusCode.OK);
        var second = await SendAsync(matter, "once");
        await _app.RemoveAsync(Path, changed.ETag).IsAsync(HttpStatusCode.NoContent);
        var third = await SendAsync(matter, "once");

        Assert.All([second, third], again => Assert.Equal((first.Status, first.Body!.ToJsonString()), (again.Status, again.Body!.ToJsonString())));
        Assert.Equal(["Hello", "Hello"], (await matter.LogAsync()).Texts());
        await SendAsync(matter, "twice").IsAsync(HttpStatusCode.NotFound, "not-found");
    }

    [Fact]
    public async Task One_of_another_queue_is_not_there()
    {
        var (matter, other) = (await Matter.ActiveAsync(_app), await Matter.ActiveAsync(_app));
        await ConfigureAsync("Hello", other.Team.Queue);

        var refused = await SendAsync(matter).IsAsync(HttpStatusCode.NotFound, "not-found");

        Assert.Equal("response", (string?)refused["field"]);
        await SendAsync(other).IsAsync(HttpStatusCode.Accepted);
    }

    [Fact]
    public async Task It_is_refused_like_any_other_message()
    {
        var (matter, stranger) = (await Matter.ActiveAsync(_app), (await Team.ConfiguredAsync(_app)).Seat(_app));
        await ConfigureAsync("Hello");

        var hidden = await stranger.OrdersAsync("messages", matter.Id, $$"""{"response":"{{_id}}"}""").IsAsync(HttpStatusCode.NotFound, "not-found");
        Assert.Null(hidden.Body!["field"]);
        await matter.CloseAsync();
        await SendAsync(matter).IsAsync(HttpStatusCode.Conflict, "closed");
    }

    [Theory]
    [InlineData("""{"response":"x","text":"Hello"}""")]
    [InlineData("""{"response":"Not an id"}""")]
    [InlineData("""{"response":""}""")]
    [InlineData("""{"response":3}""")]
    public async Task There_is_one_text_and_one_only(string json)
    {
        var matter = await Matter.ActiveAsync(_app);

        var refused = await matter.Agent.OrdersAsync("messages", matter.Id, json).IsAsync(HttpStatusCode.BadRequest, "invalid-field");

        Assert.Equal("response", (string?)refused["field"]);
    }

    private async Task ConfigureAsync(string text, string? queue = null)
    {
        var queues = queue is null ? "" : $"\"{queue}\"";
        await _app.ConfigureAsync(Path, $$"""{"title":"Welcome","text":"{{text}}","queues":[{{queues}}]}""").IsAsync(HttpStatusCode.Created);
    }

    private async Task<Reply> SendAsync(Matter matter, string? key = null)
    {
        using var request = matter.Agent.Request(HttpMethod.Post, $"{matter.Path}/messages");
        request.Content = Api.Json($$"""{"response":"{{_id}}"}""");
        if (key is not null)
            request.Headers.Add("Idempotency-Key", key);
        using var response = await _app.Client.SendAsync(request);
        return await Reply.OfAsync(response);
    }
}
