using System.Net;
using Interactions.Functions.Tests.Agents;
using Interactions.Functions.Tests.Driver;
using Interactions.Functions.Tests.Http;
using Interactions.Functions.Tests.Orders;

namespace Interactions.Functions.Tests.Users;

public sealed class When_a_profile_is_corrected(SharedApp shared) : IClassFixture<SharedApp>
{
    private readonly RunningApp _app = shared.App;

    [Fact]
    public async Task It_belongs_to_that_user_by_that_name_and_so_does_what_is_open()
    {
        var (matter, user) = (await Matter.ActiveAsync(_app), UserRequests.NewId());
        await _app.PostAsync("/api/users", $$"""{"id":"{{user}}"}""").IsAsync(HttpStatusCode.Created);

        var reply = await PatchAsync(matter, $$"""{"user":"{{user}}","name":" Somebody "}""").IsAsync(HttpStatusCode.OK);

        Assert.Equal((user, "Somebody", true), ((string?)reply["user"], (string?)reply["name"], (bool)reply["linkedByHand"]!));
        Assert.Equal(user, (string?)(await matter.RecordAsync())["openedFor"]);
        Assert.Equal([matter.Id.ToString()], (await matter.Agent.GetAsync($"/api/users/{user}/interactions")).Values("id"));
        var log = await matter.Agent.GetAsync($"/api/profiles/{matter.Customer.Profile}/log");
        Assert.Equal("Somebody", (string?)log.Single("profileRenamed")["name"]);
        Assert.Equal(reply.ETag, (await PatchAsync(matter, $$"""{"user":"{{user}}","name":"Somebody"}""").IsAsync(HttpStatusCode.OK)).ETag);
    }

    [Fact]
    public async Task Null_makes_it_nobodys()
    {
        var (matter, user) = (await Matter.ActiveAsync(_app), UserRequests.NewId());
        await _app.PostAsync("/api/users", $$"""{"id":"{{user}}"}""").IsAsync(HttpStatusCode.Created);
        await PatchAsync(matter, $$"""{"user":"{{user}}","name":"Somebody"}""").IsAsync(HttpStatusCode.OK);

        var reply = await PatchAsync(matter, """{"user":null,"name":null}""").IsAsync(HttpStatusCode.OK);

        Assert.Null(reply.Body!["user"]);
        Assert.Null(reply.Body["name"]);
    }

    [Fact]
    public async Task Another_version_than_the_one_that_was_seen_is_not_touched()
    {
        var matter = await Matter.ActiveAsync(_app);
        var seen = (await matter.RecordAsync()).ETag;
        await matter.Customer.TextsAsync(_app, "One more thing", to: matter.Team.Number);

        await PatchAsync(matter, """{"name":"Somebody"}""", seen).IsAsync(HttpStatusCode.PreconditionFailed, "precondition-failed");
    }

    [Theory]
    [InlineData("""{"user":"nobody-by-that-id"}""", HttpStatusCode.NotFound, "not-found")]
    [InlineData("""{"user":"Not An Id"}""", HttpStatusCode.BadRequest, "invalid-field")]
    [InlineData("""{"name":"a\nb"}""", HttpStatusCode.BadRequest, "invalid-field")]
    [InlineData("""{"address":"+15550100123"}""", HttpStatusCode.BadRequest, "unknown-field")]
    public async Task What_cannot_be_is_named(string json, HttpStatusCode status, string reason)
    {
        var matter = await Matter.ActiveAsync(_app);

        await PatchAsync(matter, json).IsAsync(status, reason);
    }

    [Fact]
    public async Task Whoever_has_nothing_to_do_with_the_customer_finds_nobody()
    {
        var matter = await Matter.ActiveAsync(_app);
        var stranger = (await Team.ConfiguredAsync(_app)).Seat(_app);

        await stranger.AskAsync(HttpMethod.Patch, $"/api/profiles/{matter.Customer.Profile}", """{"name":"Somebody"}""").IsAsync(HttpStatusCode.NotFound, "not-found");
        await matter.Agent.AskAsync(HttpMethod.Patch, $"/api/profiles/{new Customer().Profile}", """{"name":"Somebody"}""").IsAsync(HttpStatusCode.NotFound, "not-found");
        await matter.Agent.AskAsync(HttpMethod.Patch, "/api/profiles/x", """{"name":"Somebody"}""").IsAsync(HttpStatusCode.BadRequest, "invalid-id");
    }

    private static Task<Reply> PatchAsync(Matter matter, string json, string? ifMatch = null) =>
        matter.Agent.AskAsync(HttpMethod.Patch, $"/api/profiles/{matter.Customer.Profile}", json, ifMatch);
}
