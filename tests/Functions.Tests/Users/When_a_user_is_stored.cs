using System.Net;
using System.Text.Json.Nodes;
using Interactions.Functions.Tests.Driver;
using Interactions.Functions.Tests.Http;

namespace Interactions.Functions.Tests.Users;

public sealed class When_a_user_is_stored(SharedApp shared) : IClassFixture<SharedApp>
{
    private readonly RunningApp _app = shared.App;

    [Fact]
    public async Task It_is_there_as_it_was_said()
    {
        var customer = new Customer();
        var json = $$$"""
            {"name":"Überbringer 你好","addresses":["{{{customer.Number}}}","whatsapp:{{{customer.Number}}}"],"language":"pt-BR","attributes":{"tier":"gold","ü":"\"<&>"}}
            """;

        var created = await _app.PostAsync("/api/users", json);
        var read = await _app.GetAsync((string)created.Headers.Location!.OriginalString);

        Assert.Equal(HttpStatusCode.Created, created.Status);
        Assert.Matches("^u-[a-z2-7]{12}$", (string)created["id"]!);
        Assert.Equal("\"1\"", created.ETag);
        Assert.Equal("\"1\"", read.ETag);
        Assert.True(JsonNode.DeepEquals(created.Body, read.Body));
        Assert.Equal("Überbringer 你好", (string?)read["name"]);
        Assert.Equal([$"tel:{customer.Number}", $"whatsapp:{customer.Number}"], read["addresses"].AsArray().Select(address => (string)address!));
        Assert.Equal("pt-BR", (string?)read["language"]);
        Assert.Equal("""{"tier":"gold","ü":"\"<&>"}""", read["attributes"].ToJsonString(Plain.Json));
        Assert.Equal(TimeSpan.Zero, ((DateTimeOffset)read["createdAt"]).Offset);
    }

    [Fact]
    public async Task Addresses_are_kept_once_and_in_one_spelling()
    {
        var number = new Customer().Number;
        var spelled = $"{number[..2]} ({number[2..5]}) {number[5..8]}-{number[8..]}";

        var created = await _app.PostAsync("/api/users", UserRequests.With(null, spelled, number, $"TEL:{number}"));

        Assert.Equal([$"tel:{number}"], created["addresses"].AsArray().Select(address => (string)address!));
    }

    [Fact]
    public async Task Nothing_has_to_be_said_of_it() =>
        Assert.Equal(HttpStatusCode.Created, (await _app.PostAsync("/api/users", "{}")).Status);

    [Fact]
    public async Task Whoever_imports_chooses_the_id_and_may_send_it_again()
    {
        var id = UserRequests.NewId();
        var json = UserRequests.With(id, new Customer().Number);

        var first = await _app.PostAsync("/api/users", json);
        var again = await _app.PostAsync("/api/users", json);

        Assert.Equal(id, (string?)first["id"]);
        Assert.Equal(HttpStatusCode.Created, again.Status);
        Assert.True(JsonNode.DeepEquals(first.Body, again.Body));
    }

    [Fact]
    public async Task An_id_with_other_values_is_refused()
    {
        var id = UserRequests.NewId();
        await _app.PostAsync("/api/users", UserRequests.With(id));

        var reply = await _app.PostAsync("/api/users", $$"""{"id":"{{id}}","name":"Somebody else"}""");

        Assert.Equal(HttpStatusCode.Conflict, reply.Status);
        Assert.Equal("urn:interactions:user-exists", reply.Type);
    }

    [Fact]
    public async Task The_same_idempotency_key_stores_one_user()
    {
        var (key, json) = (UserRequests.NewId(), UserRequests.With(null, new Customer().Number));

        var first = await _app.PostAsync("/api/users", json, ("Idempotency-Key", key));
        var again = await _app.PostAsync("/api/users", json, ("Idempotency-Key", key));
        var other = await _app.PostAsync("/api/users", """{"name":"Other"}""", ("Idempotency-Key", key));

        Assert.Equal((string?)first["id"], (string?)again["id"]);
        Assert.Equal(HttpStatusCode.Created, again.Status);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, other.Status);
        Assert.Equal("urn:interactions:idempotency-key-reused", other.Type);
    }

    [Fact]
    public async Task One_that_was_never_stored_is_not_found()
    {
        var reply = await _app.GetAsync("/api/users/" + UserRequests.NewId());

        Assert.Equal(HttpStatusCode.NotFound, reply.Status);
        Assert.Equal("urn:interactions:not-found", reply.Type);
    }

    [Fact]
    public async Task The_list_shows_everybody_once_page_by_page()
    {
        string[] ids = [.. Enumerable.Range(0, 7).Select(_ => UserRequests.NewId()).Order(StringComparer.Ordinal)];
        foreach (var id in ids)
            await _app.PostAsync("/api/users", UserRequests.With(id));

        var listed = new List<string>();
        for (string? cursor = null, more = ""; more is not null; cursor = more)
        {
            var page = await _app.GetAsync("/api/users?limit=3" + (cursor is null ? "" : "&cursor=" + cursor));
            Assert.InRange(page["items"].AsArray().Count, 0, 3);
            listed.AddRange(page["items"].AsArray().Select(user => (string)user!["id"]!));
            more = (string?)page.Body!["cursor"];
        }

        Assert.Equal(listed.Order(StringComparer.Ordinal), listed);
        Assert.Equal(ids, listed.Where(ids.Contains));
    }
}
