using System.Net;
using Interactions.Functions.Tests.Driver;
using Interactions.Functions.Tests.Http;

namespace Interactions.Functions.Tests.Users;

public sealed class When_a_user_is_changed(SharedApp shared) : IClassFixture<SharedApp>
{
    private readonly RunningApp _app = shared.App;
    private readonly string _number = new Customer().Number;
    private readonly string _id = UserRequests.NewId();

    private string Path => $"/api/users/{_id}";

    [Fact]
    public async Task What_is_named_changes_null_takes_away_and_the_rest_stays()
    {
        await _app.PostAsync("/api/users", $$$"""{"id":"{{{_id}}}","name":"A","language":"en","addresses":["{{{_number}}}"],"attributes":{"a":"1","b":"2"}}""");

        var reply = await _app.PatchAsync(Path, """{"name":"B","language":null,"attributes":{"a":null,"c":"3"}}""");

        Assert.Equal(HttpStatusCode.OK, reply.Status);
        Assert.Equal("\"2\"", reply.ETag);
        Assert.Equal("B", (string?)reply["name"]);
        Assert.Null(reply.Body!["language"]);
        Assert.Equal("""{"b":"2","c":"3"}""", reply["attributes"].ToJsonString());
        Assert.Equal([$"tel:{_number}"], reply["addresses"].AsArray().Select(address => (string)address!));
        Assert.Equal(reply.Body.ToJsonString(), (await _app.GetAsync(Path)).Body!.ToJsonString());
    }

    [Fact]
    public async Task A_change_that_changes_nothing_is_none()
    {
        await _app.PostAsync("/api/users", $$"""{"id":"{{_id}}","name":"A"}""");

        var reply = await _app.PatchAsync(Path, """{"name":"A","language":null,"attributes":{}}""");

        Assert.Equal("\"1\"", reply.ETag);
    }

    [Theory]
    [InlineData("\"1\"", HttpStatusCode.OK)]
    [InlineData("W/\"1\"", HttpStatusCode.OK)]
    [InlineData("*", HttpStatusCode.OK)]
    [InlineData("\"7\", \"1\"", HttpStatusCode.OK)]
    [InlineData("\"7\"", HttpStatusCode.PreconditionFailed)]
    [InlineData("1", HttpStatusCode.BadRequest)]
    [InlineData("\"", HttpStatusCode.BadRequest)]
    public async Task If_Match_decides_whether_it_is_the_version_that_was_meant(string tag, HttpStatusCode status)
    {
        await _app.PostAsync("/api/users", UserRequests.With(_id));

        var reply = await _app.PatchAsync(Path, """{"name":"B"}""", ("If-Match", tag));

        Assert.Equal(status, reply.Status);
        Assert.Equal(status == HttpStatusCode.OK ? "B" : null, (string?)(await _app.GetAsync(Path)).Body!["name"]);
    }

    [Fact]
    public async Task Everybody_who_changes_something_else_at_once_is_heard()
    {
        await _app.PostAsync("/api/users", UserRequests.With(_id));

        var replies = await Task.WhenAll(Enumerable.Range(0, 20).Select(n => _app.PatchAsync(Path, $$$"""{"attributes":{"a{{{n}}}":"1"}}""")));

        Assert.All(replies, reply => Assert.Equal(HttpStatusCode.OK, reply.Status));
        Assert.Equal(20, (await _app.GetAsync(Path))["attributes"].AsObject().Count);
    }

    [Theory]
    [InlineData("""{"id":"other"}""", "unknown-field", "id")]
    [InlineData("""{"names":null}""", "unknown-field", "names")]
    [InlineData("""{"name":{}}""", "invalid-field", "name")]
    [InlineData("""{"addresses":{}}""", "invalid-field", "addresses")]
    [InlineData("""{"attributes":"a"}""", "invalid-field", "attributes")]
    public async Task Nonsense_is_refused_by_name(string patch, string reason, string field)
    {
        await _app.PostAsync("/api/users", UserRequests.With(_id));

        var reply = await _app.PatchAsync(Path, patch);

        Assert.Equal(HttpStatusCode.BadRequest, reply.Status);
        Assert.Equal($"urn:interactions:{reason}", reply.Type);
        Assert.Equal(field, (string?)reply["field"]);
    }

    [Fact]
    public async Task One_that_was_never_stored_is_not_found() =>
        Assert.Equal(HttpStatusCode.NotFound, (await _app.PatchAsync(Path, """{"name":"B"}""")).Status);

    [Fact]
    public async Task An_address_of_another_is_refused_and_nothing_changes()
    {
        await _app.PostAsync("/api/users", UserRequests.With(_id));
        var owner = UserRequests.NewId();
        await _app.PostAsync("/api/users", UserRequests.With(owner, _number));

        var reply = await _app.PatchAsync(Path, $$"""{"name":"B","addresses":["{{_number}}"]}""");

        Assert.Equal("urn:interactions:address-in-use", reply.Type);
        Assert.Equal(owner, (string?)reply["user"]);
        Assert.Null((await _app.GetAsync(Path)).Body!["name"]);
        Assert.Equal(owner, await _app.LinkedUserAsync(_number));
    }
}
