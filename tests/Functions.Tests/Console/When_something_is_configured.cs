using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;
using Interactions.Functions.Storage.Configuration;
using Interactions.Functions.Tests.Driver;
using Interactions.Functions.Tests.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Interactions.Functions.Tests.Console;

public sealed class When_something_is_configured(SharedApp shared) : IClassFixture<SharedApp>
{
    private readonly RunningApp _app = shared.App;
    private readonly string _id = Admin.NewId();

    private string Queue => $"/api/console/queues/{_id}";

    [Fact]
    public async Task It_is_there_with_everything_that_is_as_usual()
    {
        var reply = await _app.ConfigureAsync(Queue, """{"abandonAfterSeconds":90.5,"wrapUpForSeconds":null,"nudgeText":"Are you still there? 🙂"}""");

        Assert.Equal(HttpStatusCode.Created, reply.Status);
        Assert.Equal("\"1\"", reply.ETag);
        Assert.Equal(Queue, reply.Headers.Location?.ToString());
        var read = await _app.ReadAsync(Queue);
        Assert.Equal("\"1\"", read.ETag);
        Assert.True(JsonNode.DeepEquals(reply.Body, read.Body));
        Assert.Equal(_id, (string?)read["id"]);
        Assert.Equal(1, (int)read["version"]);
        Assert.Equal(90.5, (double)read["abandonAfterSeconds"]);
        Assert.Null(read.Body!["wrapUpForSeconds"]);
        Assert.Equal(30, (double)read["offerForSeconds"]);
        Assert.Equal("Are you still there? 🙂", (string?)read["nudgeText"]);
        Assert.Empty(read["members"].AsArray());
    }

    [Theory]
    [InlineData("lines", """{"queue":"support","addresses":["NUMBER","whatsapp:NUMBER","SHOP"],"messagingService":"MGSID","hours":"never","greeting":"Hi"}""")]
    [InlineData("queues", """{"members":["agent-1","agent-3"],"overflowTo":"billing","overflowAfterSeconds":60,"autoAccept":true,"holdsFreeCapacity":true}""")]
    [InlineData("agents", """{"name":"Second floor","skills":["french","returns"],"capacity":{"messaging":5,"phone":0}}""")]
    [InlineData("hours", """{"zone":"Europe/Berlin","week":[{"day":"monday","from":"09:00","to":"12:00"},{"day":"monday","from":"12:00","to":"00:00"}],"holidays":["2031-05-12"]}""")]
    public async Task What_was_answered_can_be_sent_back(string kind, string json)
    {
        var path = $"/api/console/{kind}/{_id}";
        json = json.Replace("NUMBER", new Customer().Number, StringComparison.Ordinal)
            .Replace("SHOP", $"S{_id[2..9]}", StringComparison.Ordinal)
            .Replace("MGSID", $"MG{Guid.NewGuid():N}", StringComparison.Ordinal);

        var created = await _app.ConfigureAsync(path, json);
        var again = await _app.ConfigureAsync(path, created.Body!.ToJsonString(), created.ETag);

        Assert.Equal(HttpStatusCode.Created, created.Status);
        Assert.All(JsonNode.Parse(json)!.AsObject(), field => Assert.NotNull(created.Body[field.Key]));
        Assert.Equal(HttpStatusCode.OK, again.Status);
        Assert.True(JsonNode.DeepEquals(created.Body, again.Body));
    }

    [Fact]
    public async Task What_is_put_takes_the_place_of_all_that_was_said_before()
    {
        await _app.ConfigureAsync(Queue, """{"autoAccept":true,"nudgeText":"Hello?"}""");

        var reply = await _app.ConfigureAsync(Queue, """{"autoAccept":true}""", "\"1\"");

        Assert.Equal(HttpStatusCode.OK, reply.Status);
        Assert.Equal("\"2\"", reply.ETag);
        Assert.Null(reply.Body!["nudgeText"]);
    }

    [Fact]
    public async Task What_is_removed_is_gone_and_its_versions_are_not_used_again()
    {
        await _app.ConfigureAsync(Queue, """{"autoAccept":true}""");

        Assert.Equal(HttpStatusCode.NoContent, (await _app.RemoveAsync(Queue, "\"1\"")).Status);

        Assert.Equal(HttpStatusCode.NotFound, (await _app.ReadAsync(Queue)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await _app.RemoveAsync(Queue)).Status);
        var again = await _app.ConfigureAsync(Queue, "{}");
        Assert.Equal(HttpStatusCode.Created, again.Status);
        Assert.Equal("\"3\"", again.ETag);
        Assert.Equal(HttpStatusCode.PreconditionFailed, (await _app.ConfigureAsync(Queue, """{"autoAccept":true}""", "\"1\"")).Status);
    }

    [Fact]
    public async Task It_may_be_as_long_as_a_body_may()
    {
        var days = Enumerable.Range(0, 4500).Select(day => new DateOnly(2031, 1, 1).AddDays(day).ToString("o", CultureInfo.InvariantCulture));
        var path = $"/api/console/hours/{_id}";

        var reply = await _app.ConfigureAsync(path, $$"""{"holidays":[{{string.Join(',', days.Select(day => $"\"{day}\""))}}]}""");

        Assert.Equal(HttpStatusCode.Created, reply.Status);
        Assert.Equal(4500, (await _app.ReadAsync(path))["holidays"].AsArray().Count);
    }

    [Theory]
    [InlineData("nonsense")]
    [InlineData("""{"members":[null]}""")]
    public async Task What_was_broken_by_hand_is_seen_and_can_be_mended(string json)
    {
        await _app.Services.GetRequiredService<ConfigStore>().PutAsync(new(ConfigKind.Queues, _id, json), default);

        var broken = await _app.ReadAsync(Queue);
        var mended = await _app.ConfigureAsync(Queue, "{}", broken.ETag);

        Assert.True((bool)broken["unreadable"]);
        Assert.Equal(HttpStatusCode.OK, mended.Status);
        Assert.Null(mended.Body!["unreadable"]);
    }

    [Theory]
    [InlineData("dev-agent-1", HttpStatusCode.Forbidden)]
    [InlineData("dev-supervisor-1", HttpStatusCode.Forbidden)]
    [InlineData("nonsense", HttpStatusCode.Unauthorized)]
    [InlineData(null, HttpStatusCode.Unauthorized)]
    public async Task Only_an_admin_may(string? token, HttpStatusCode status)
    {
        foreach (var kind in (string[])["lines", "queues", "agents", "hours"])
        {
            var path = $"/api/console/{kind}/{_id}";
            Reply[] replies =
            [
                await _app.AskAsAsync(token, HttpMethod.Get, $"/api/console/{kind}"),
                await _app.AskAsAsync(token, HttpMethod.Get, path),
                await _app.AskAsAsync(token, HttpMethod.Put, path, Api.Json("{}")),
                await _app.AskAsAsync(token, HttpMethod.Delete, path),
            ];

            Assert.All(replies, reply => Assert.Equal(status, reply.Status));
            Assert.Equal(HttpStatusCode.NotFound, (await _app.ReadAsync(path)).Status);
        }
    }

    [Theory]
    [InlineData("Not%20An%20Id")]
    [InlineData("-leading")]
    [InlineData("Support")]
    [InlineData("%F0%9F%98%80")]
    [InlineData("a12345678901234567890123456789012345678901234567890123456789012345")]
    public async Task An_id_that_cannot_be_one_is_refused(string id)
    {
        var path = $"/api/console/queues/{id}";
        Reply[] replies = [await _app.ReadAsync(path), await _app.ConfigureAsync(path, "{}"), await _app.RemoveAsync(path, "*")];

        Assert.All(replies, reply => Assert.Equal("urn:interactions:invalid-id", reply.Type));
    }

    [Fact]
    public async Task A_list_comes_page_by_page_in_the_order_of_ids_without_what_was_removed()
    {
        var ids = Enumerable.Range(0, 5).Select(place => string.Create(CultureInfo.InvariantCulture, $"{_id}-{place}")).ToArray();
        foreach (var id in ids)
            await _app.ConfigureAsync($"/api/console/hours/{id}", "{}");
        await _app.RemoveAsync($"/api/console/hours/{ids[2]}", "*");

        var found = new List<string>();
        string? cursor = null;
        do
        {
            var page = await _app.ReadAsync("/api/console/hours?limit=2" + (cursor is null ? "" : $"&cursor={cursor}"));
            Assert.InRange(page["items"].AsArray().Count, 1, 2);
            found.AddRange(page["items"].AsArray().Select(item => (string)item!["id"]!));
            cursor = (string?)page.Body!["cursor"];
        }
        while (cursor is not null);

        Assert.Equal(found.Order(StringComparer.Ordinal), found);
        Assert.Equal(ids.Where(id => id != ids[2]), found.Where(id => id.StartsWith(_id, StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("limit=0", "limit")]
    [InlineData("limit=201", "limit")]
    [InlineData("cursor=!", "cursor")]
    public async Task Nonsense_about_a_page_is_refused_by_name(string query, string parameter) =>
        Assert.Equal(parameter, (string?)(await _app.ReadAsync($"/api/console/agents?{query}"))["parameter"]);
}
