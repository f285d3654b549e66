using System.Net;
using Interactions.Functions.Tests.Console;
using Interactions.Functions.Tests.Driver;
using Interactions.Functions.Tests.Http;
using Interactions.Functions.Tests.Orders;

namespace Interactions.Functions.Tests.Responses;

public sealed class When_responses_are_configured(SharedApp shared) : IClassFixture<SharedApp>
{
    private readonly RunningApp _app = shared.App;

    [Fact]
    public async Task One_is_kept_as_it_was_written()
    {
        var path = $"/api/console/responses/{Admin.NewId()}";

        await _app.ConfigureAsync(path, """{"title":"Welcome","text":"Hello {customer.name}, {{really}}","tags":["greeting"],"shortcut":"hi"}""").IsAsync(HttpStatusCode.Created);

        var reply = await _app.ReadAsync(path).IsAsync(HttpStatusCode.OK);
        Assert.Equal(("Welcome", "Hello {customer.name}, {{really}}", "hi"), ((string?)reply["title"], (string?)reply["text"], (string?)reply["shortcut"]));
        await _app.RemoveAsync(path, reply.ETag).IsAsync(HttpStatusCode.NoContent);
    }

    [Theory]
    [InlineData("Hello {customer.nam}", "text names {customer.nam} at character 7, and there are only {customer.name}, {agent.name}, {interaction.number}")]
    [InlineData("Hello {customer.name", "text has a brace alone at character 7: where one is meant, write it twice")]
    [InlineData("50 } off", "text has a brace alone at character 4: where one is meant, write it twice")]
    [InlineData("", "text is empty: leave it out where nothing is to be sent")]
    public async Task What_would_be_sent_with_a_hole_in_it_is_refused(string text, string fault)
    {
        var reply = await _app.ConfigureAsync($"/api/console/responses/{Admin.NewId()}", $$"""{"title":"Welcome","text":"{{text}}"}""")
            .IsAsync(HttpStatusCode.BadRequest, "invalid-configuration");

        Assert.Equal([fault], reply.Faults());
    }

    [Fact]
    public async Task Everything_that_is_wrong_is_named_at_once()
    {
        var reply = await _app.ConfigureAsync(
            $"/api/console/responses/{Admin.NewId()}",
            $$"""{"text":"{{new string('x', 1601)}}","queues":["nowhere"],"tags":[" a"],"shortcut":"two words"}""").IsAsync(HttpStatusCode.BadRequest, "invalid-configuration");

        Assert.Equal(["queues[0]", "shortcut", "tags[0]", "text", "title"], reply.Faults().Select(fault => fault.Split(' ')[0]));
    }

    [Fact]
    public async Task A_queue_for_which_there_is_one_cannot_go()
    {
        var (queue, path) = ($"/api/console/queues/{Admin.NewId()}", $"/api/console/responses/{Admin.NewId()}");
        var etag = (await _app.ConfigureAsync(queue, "{}").IsAsync(HttpStatusCode.Created)).ETag;
        await _app.ConfigureAsync(path, $$"""{"title":"Welcome","text":"Hello","queues":["{{queue.Split('/')[^1]}}"]}""").IsAsync(HttpStatusCode.Created);

        await _app.RemoveAsync(queue, etag).IsAsync(HttpStatusCode.Conflict, "in-use");
    }
}
