using System.Net;
using Interactions.Functions.Tests.Driver;
using Interactions.Functions.Tests.Http;
using Interactions.Functions.Tests.Users;

namespace Interactions.Functions.Tests.Agents;

public sealed class When_an_interaction_is_read(SharedApp shared) : IClassFixture<SharedApp>
{
    private readonly RunningApp _app = shared.App;
    private readonly Customer _customer = new();

    [Fact]
    public async Task It_is_shown_with_everything_there_is_to_say()
    {
        var user = UserRequests.NewId();
        await _app.PostAsync("/api/users", UserRequests.With(user, _customer.Number));
        await _customer.TextsAsync(_app, "Hello");
        var id = await _customer.OpenAsync(_app);

        var reply = await _app.GetAsync($"/api/interactions/{id}");

        Assert.Equal(HttpStatusCode.OK, reply.Status);
        Assert.Matches("^\"[0-9]+\"$", reply.ETag);
        Assert.Equal(id.ToString(), (string?)reply["id"]);
        Assert.Matches("^IMS[0-9]{7,}$", (string?)reply["number"]);
        Assert.Equal(
            ["messaging", "sms", "inbound", "new", "queued", "main", "support"],
            new[] { "type", "channel", "direction", "state", "handling", "line", "queue" }.Select(field => (string?)reply[field]));
        Assert.Equal(user, (string?)reply["openedFor"]);
        Assert.Equal(_customer.Profile.Value, (string?)reply["profile"]);
        Assert.Equal(
            $$"""{"profile":"{{_customer.Profile}}","address":"tel:{{_customer.Number}}","user":"{{user}}","name":null,"unreachable":null}""",
            reply["customer"].ToJsonString(Plain.Json));
        Assert.Equal(1, (int)reply["unread"]);
        Assert.Equal(300, (double)reply["sla"]["target"]!);
        Assert.EndsWith("Z", (string?)reply["openedAt"], StringComparison.Ordinal);
        foreach (var field in new[] { "stateReason", "assignedTo", "waitTime", "assignedAt", "closedAt", "closedBy", "outcome", "disposition", "parent", "language", "offer" })
            Assert.True(reply.Body!.AsObject().TryGetPropertyValue(field, out var value) && value is null, field);
    }

    [Fact]
    public async Task Its_number_names_it_too_in_any_case()
    {
        await _customer.TextsAsync(_app, "Hello");
        var id = await _customer.OpenAsync(_app);
        var number = (string)(await _app.GetAsync($"/api/interactions/{id}"))["number"]!;

        Assert.Equal(id.ToString(), (string?)(await _app.GetAsync($"/api/interactions/{number}"))["id"]);
        Assert.Equal(id.ToString(), (string?)(await _app.GetAsync($"/api/interactions/{number.ToLowerInvariant()}"))["id"]);
    }

    [Fact]
    public async Task A_closed_one_says_how_it_ended()
    {
        await _customer.TextsAsync(_app, "Hello");
        var id = await _customer.OpenAsync(_app);
        await _app.CloseAsync(id);

        var reply = await _app.GetAsync($"/api/interactions/{id}");

        Assert.Equal("closedComplete", (string?)reply["state"]);
        Assert.Equal("done", (string?)reply["handling"]);
        Assert.Equal("resolved", (string?)reply["outcome"]);
        Assert.Equal("done", (string?)reply["disposition"]);
        Assert.Equal("Answered", (string?)reply["shortDescription"]);
        Assert.Equal("agent-1", (string?)reply["assignedTo"]);
        Assert.Equal("""{"kind":"agent","agent":"agent-1"}""", reply["closedBy"].ToJsonString());
        Assert.NotNull((string?)reply["closedAt"]);
        Assert.Equal($"tel:{_customer.Number}", (string?)reply["customer"]["address"]);
    }

    [Theory]
    [InlineData("nonsense")]
    [InlineData("IMS1")]
    [InlineData("IMS00000001")]
    [InlineData("aaaaaaaaaaaaaaaaaaaa")]
    [InlineData("aaaaaaaaaaaaaaaaaaaa.0")]
    [InlineData("aaaaaaaaaaaaaaaaaaaa.99999999999")]
    [InlineData("%2B15550100123")]
    public async Task What_cannot_be_one_is_refused(string id)
    {
        Reply[] replies = [await _app.GetAsync($"/api/interactions/{id}"), await _app.GetAsync($"/api/interactions/{id}/log")];

        Assert.All(replies, reply => Assert.Equal("urn:interactions:invalid-id", reply.Type));
    }

    [Theory]
    [InlineData("IMS999999999999999999")]
    [InlineData("aaaaaaaaaaaaaaaaaaaa.1")]
    [InlineData("aaaaaaaaaaaaaaaaaaaa.2147483647")]
    public async Task What_was_never_opened_is_not_found(string id)
    {
        Reply[] replies = [await _app.GetAsync($"/api/interactions/{id}"), await _app.GetAsync($"/api/interactions/{id}/log")];

        Assert.All(replies, reply => Assert.Equal(HttpStatusCode.NotFound, reply.Status));
        Assert.All(replies, reply => Assert.Equal("urn:interactions:not-found", reply.Type));
    }
}
