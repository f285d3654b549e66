using System.Net;
using Interactions.Functions.Contract;
using Interactions.Functions.Tests.Driver;

namespace Interactions.Functions.Tests.Http;

public sealed class When_nothing_changed(SharedApp shared) : IClassFixture<SharedApp>
{
    private readonly RunningApp _app = shared.App;
    private readonly Seat _admin = new(shared.App, "admin-1");

    // All that the document says so of, but for what nobody needs a token for and another test asks.
    private static IEnumerable<string> Asked =>
        from operation in Operations.All
        where operation.TakesToken && operation.Takes(Headers.IfNoneMatch)
        select operation.Path;

    public static TheoryData<string> Paths => [.. Asked];

    [Fact]
    public void It_can_be_asked_of_whatever_its_version_tells_all_of() => Assert.Equal(
        ["console/agents/{id}", "console/hours/{id}", "console/lines/{id}", "console/queues/{id}", "console/responses/{id}", "console/rules/{id}", "interactions/{id}", "users/{id}"],
        Asked.Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Paths))]
    public async Task Whoever_has_it_is_not_sent_it_again(string path)
    {
        var at = "/api/" + path.Replace("{id}", await MadeAsync(path[..^"/{id}".Length]), StringComparison.Ordinal);
        var first = await AskAsync(at);
        Assert.Equal(HttpStatusCode.OK, first.Status);

        foreach (var known in (string[])[first.ETag!, $"W/{first.ETag}", $"\"another\", {first.ETag}"])
        {
            var again = await AskAsync(at, known);
            Assert.Equal((HttpStatusCode.NotModified, first.ETag, null), (again.Status, again.ETag, again.Body));
        }

        var stale = await AskAsync(at, "\"another\"");
        Assert.Equal((HttpStatusCode.OK, first.ETag), (stale.Status, stale.ETag));
    }

    [Fact]
    public async Task Whoever_had_it_before_it_changed_is_sent_it()
    {
        var id = await MadeAsync("interactions");
        var before = await AskAsync($"/api/interactions/{id}");
        await new Customer().TextsAsync(_app, "Somebody else");
        Assert.Equal(HttpStatusCode.NotModified, (await AskAsync($"/api/interactions/{id}", before.ETag)).Status);

        Assert.Equal(HttpStatusCode.OK, (await _admin.AskAsync(HttpMethod.Patch, $"/api/interactions/{id}", """{"tags":["parcel"]}""")).Status);
        var after = await AskAsync($"/api/interactions/{id}", before.ETag);

        Assert.Equal((HttpStatusCode.OK, """["parcel"]"""), (after.Status, after["tags"].ToJsonString()));
    }

    [Fact]
    public async Task A_change_is_answered_whole_whatever_whoever_sends_it_has()
    {
        var id = await MadeAsync("users");

        var reply = await AskAsync($"/api/users/{id}", "*", HttpMethod.Patch, """{"language":"fr"}""");

        Assert.Equal(HttpStatusCode.OK, reply.Status);
        Assert.Equal(("fr", id), ((string?)reply["language"], (string?)reply["id"]));
    }

    private async Task<Reply> AskAsync(string path, string? known = null, HttpMethod? method = null, string? json = null)
    {
        using var request = _admin.Request(method ?? HttpMethod.Get, path);
        request.Content = json is null ? null : Api.Json(json);
        if (known is not null)
            request.Headers.TryAddWithoutValidation("If-None-Match", known);
        using var response = await _app.Client.SendAsync(request);
        return await Reply.OfAsync(response);
    }

    /// <summary>The id of one that is there.</summary>
    private async Task<string> MadeAsync(string what)
    {
        var id = $"x-{Guid.NewGuid():N}";
        switch (what)
        {
            case "interactions":
                var customer = new Customer();
                await customer.TextsAsync(_app, "Hello");
                return (await customer.ConversationAsync(_app)).Active[0].Id.ToString();
            case "users":
                return (string)(await _app.PostAsync("/api/users", """{"name":"A customer"}"""))["id"]!;
            case "console/lines":
                return "main";
            default:
                var example = Operations.All.Single(operation => operation.Verb == "put" && operation.Path == what + "/{id}").Body!.Example;
                var reply = await _admin.AskAsync(HttpMethod.Put, $"/api/{what}/{id}", example.ToJsonString());
                Assert.Equal(HttpStatusCode.Created, reply.Status);
                return id;
        }
    }
}
