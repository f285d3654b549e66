using System.Net;
using System.Text.Json.Nodes;
using Interactions.Functions.Tests.Agents;
using Interactions.Functions.Tests.Driver;
using Interactions.Functions.Tests.Http;

namespace Interactions.Functions.Tests.Orders;

public sealed class When_something_closed_is_patched
{
    private const string Edit = """{"shortDescription":"Lost parcel","disposition":"refunded","outcome":"unresolved","tags":["vip"]}""";

    [Fact]
    public async Task What_is_said_about_it_changes_and_how_it_went_does_not()
    {
        await using var app = await RunningApp.StartWatchedAsync(new Calls());
        var matter = await Matter.ClosedAsync(app);
        var before = (JsonObject)(await matter.RecordAsync()).Body!;

        var after = (JsonObject)(await matter.PatchAsync(Edit).IsAsync(HttpStatusCode.OK)).Body!;

        var changed = before.Where(field => field.Value?.ToJsonString() != after[field.Key]?.ToJsonString()).Select(field => field.Key);
        Assert.Equal(["disposition", "lastSequence", "outcome", "shortDescription", "tags"], changed.Order());
        Assert.Equal(after.ToJsonString(), (await matter.RecordAsync()).Body!.ToJsonString());
        Assert.Equal("amended", (await matter.LogAsync()).Values("kind")[^1]);
    }

    [Fact]
    public async Task Nothing_else_changes_and_nobody_else_changes_it()
    {
        await using var app = await RunningApp.StartWatchedAsync(new Calls());
        var matter = await Matter.ClosedAsync(app, agents: 2);

        foreach (var json in (string[])["""{"priority":7}""", """{"language":"pt"}""", """{"type":"phone"}""", """{"tags":["vip"],"priority":7}"""])
            await matter.PatchAsync(json).IsAsync(HttpStatusCode.Conflict, "closed");
        await matter.PatchAsync("""{"shortDescription":""}""").IsAsync(HttpStatusCode.Conflict, "short-description-needed");
        await matter.PatchAsync(Edit, matter.Team.Seat(app, 1)).IsAsync(HttpStatusCode.Conflict, "not-yours");
        await matter.PatchAsync(Edit, (await Team.ConfiguredAsync(app)).Seat(app)).IsAsync(HttpStatusCode.NotFound, "not-found");
        await matter.PatchAsync(Edit, Matter.Supervisor(app)).IsAsync(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Another_version_than_the_one_that_was_seen_is_not_touched()
    {
        await using var app = await RunningApp.StartWatchedAsync(new Calls());
        var matter = await Matter.ClosedAsync(app);
        var seen = (await matter.RecordAsync()).ETag;
        await matter.PatchAsync("""{"tags":["vip"]}""", Matter.Supervisor(app)).IsAsync(HttpStatusCode.OK);

        await matter.PatchAsync("""{"tags":[]}""", ifMatch: seen).IsAsync(HttpStatusCode.PreconditionFailed, "precondition-failed");

        Assert.Equal("vip", (string?)(await matter.RecordAsync())["tags"][0]);
    }

    [Fact]
    public async Task Of_those_who_write_at_two_instances_at_once_nobody_loses_anything()
    {
        const int Each = 12;
        await using var apps = await TwoApps.StartAsync();
        var matter = await Matter.ClosedAsync(apps[0]);
        await matter.Team.IsKnownToAsync(apps[1]);
        string[] fields = ["""{"disposition":"refunded"}""", """{"outcome":"unresolved"}""", """{"tags":["vip"]}""", """{"shortDescription":"Lost parcel"}"""];

        await Task.WhenAll(
        [
            .. Enumerable.Range(0, Each).Select(n => (matter.Agent with { App = apps[n] }).OrdersAsync("notes", matter.Id, $$"""{"text":"note {{n}}"}""").IsAsync(HttpStatusCode.Created)),
            .. fields.Select((field, n) => matter.PatchAsync(field, matter.Agent with { App = apps[n] }).IsAsync(HttpStatusCode.OK)),
            .. Enumerable.Range(0, 4).Select(n => matter.Customer.TextsAsync(apps[n], $"text {n}", to: matter.Team.Number)),
        ]);

        var record = await matter.RecordAsync();
        Assert.Equal(
            ("refunded", "unresolved", "vip", "Lost parcel"),
            ((string?)record["disposition"], (string?)record["outcome"], (string?)record["tags"][0], (string?)record["shortDescription"]));
        var log = await matter.LogAsync();
        var notes = log["items"].AsArray().Select(entry => (string?)entry!["note"]).OfType<string>();
        Assert.Equal(Enumerable.Range(0, Each).Select(n => $"note {n}").Order(), notes.Order());
        Assert.Equal(fields.Length, log.Values("kind").Count(kind => kind == "amended"));
        Assert.Equal((int)log["items"].AsArray()[^1]!["sequence"]!, (int)record["lastSequence"]!);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task After_a_crash_at_any_call_the_same_again_ends_in_the_same(bool afterEffect)
    {
        var calls = new Calls();
        await using var app = await RunningApp.StartWatchedAsync(calls);
        for (int call = 0, made = int.MaxValue; call < made; call++)
        {
            var matter = await Matter.ClosedAsync(app);

            calls.DieAt(call, afterEffect);
            var first = await matter.PatchAsync(Edit);
            made = calls.Made.Count > call ? int.MaxValue : call;
            calls.Revive();
            Assert.Contains(first.Status, (HttpStatusCode[])[HttpStatusCode.OK, HttpStatusCode.ServiceUnavailable]);
            await matter.PatchAsync(Edit).IsAsync(HttpStatusCode.OK);

            var record = await matter.RecordAsync();
            Assert.Equal(("refunded", "unresolved", "Lost parcel"), ((string?)record["disposition"], (string?)record["outcome"], (string?)record["shortDescription"]));
            Assert.Equal("resolved", (string?)(await matter.LogAsync()).Single("amended")["changes"]!.AsArray().Single(change => (string?)change!["field"] == "outcome")!["from"]);
            Assert.True(call < 100, "It never ends.");
        }
    }
}
