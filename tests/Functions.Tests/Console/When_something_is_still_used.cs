using System.Net;
using Interactions.Functions.Tests.Driver;
using Interactions.Functions.Tests.Http;

namespace Interactions.Functions.Tests.Console;

public sealed class When_something_is_still_used(SharedApp shared) : IClassFixture<SharedApp>
{
    private readonly RunningApp _app = shared.App;
    private readonly string _id = Admin.NewId();

    [Theory]
    [InlineData("agents", "{}", "queues", """{"members":["agent-1","ID"]}""")]
    [InlineData("queues", "{}", "queues", """{"overflowTo":"ID"}""")]
    [InlineData("queues", "{}", "lines", """{"queue":"ID"}""")]
    [InlineData("hours", "{}", "lines", """{"queue":"support","hours":"ID"}""")]
    public async Task It_cannot_be_removed_and_who_uses_it_is_named(string kind, string json, string userKind, string user)
    {
        var (path, userPath) = ($"/api/console/{kind}/{_id}", $"/api/console/{userKind}/{_id}-user");
        await _app.ConfigureAsync(path, json);
        await _app.ConfigureAsync(userPath, user.Replace("ID", _id, StringComparison.Ordinal));

        var refused = await _app.RemoveAsync(path, "*");

        Assert.Equal(HttpStatusCode.Conflict, refused.Status);
        Assert.Equal("urn:interactions:in-use", refused.Type);
        Assert.Equal([$"{userKind}/{_id}-user"], refused["usedBy"].Texts());
        Assert.Equal(HttpStatusCode.OK, (await _app.ReadAsync(path)).Status);

        await _app.RemoveAsync(userPath, "*");
        Assert.Equal(HttpStatusCode.NoContent, (await _app.RemoveAsync(path, "*")).Status);
    }

    [Fact]
    public async Task Everything_that_uses_it_is_named()
    {
        await _app.ConfigureAsync($"/api/console/queues/{_id}", "{}");
        await _app.ConfigureAsync($"/api/console/queues/{_id}-more", $$"""{"overflowTo":"{{_id}}"}""");
        await _app.ConfigureAsync($"/api/console/lines/{_id}", $$"""{"queue":"{{_id}}"}""");

        var refused = await _app.RemoveAsync($"/api/console/queues/{_id}", "*");

        Assert.Equal([$"lines/{_id}", $"queues/{_id}-more"], refused["usedBy"].Texts());
    }
}
