using System.Net;
using Interactions.Functions.Tests.Agents;
using Interactions.Functions.Tests.Driver;
using Interactions.Functions.Tests.Http;

namespace Interactions.Functions.Tests.Orders;

public sealed class When_a_task_is_created
{
    private const string Task = """{"kind":"case","shortDescription":"Refund it","description":"Since\nMonday","reference":"CASE-1","url":"https://example.com/cases/1"}""";

    [Fact]
    public async Task It_is_found_under_the_interaction_with_everything_that_was_said()
    {
        await using var app = await RunningApp.StartWatchedAsync(new Calls());
        var matter = await DescribedAsync(app);

        var reply = await matter.Agent.OrdersAsync("tasks", matter.Id, Task).IsAsync(HttpStatusCode.Created);

        Assert.Equal($"{matter.Path}/tasks/1", reply.Headers.Location!.ToString());
        Assert.Equal(
            ("1", matter.Id.ToString(), "case", "Refund it", "Since\nMonday", "CASE-1", "https://example.com/cases/1", matter.Agent.Id),
            ((string?)reply["id"], (string?)reply["interaction"], (string?)reply["kind"], (string?)reply["shortDescription"], (string?)reply["description"],
                (string?)reply["reference"], (string?)reply["url"], (string?)reply["createdBy"]["agent"]));
        Assert.Equal(reply.Body!.ToJsonString(), (await matter.Agent.GetAsync($"{matter.Path}/tasks/1")).Body!.ToJsonString());
        var line = (await matter.LogAsync()).Single("taskCreated");
        Assert.Equal(("1", "case", "Refund it"), ((string?)line["task"], (string?)line["taskKind"], (string?)line["shortDescription"]));
        Assert.Equal(1, (int)(await matter.RecordAsync())["taskCount"]!);
    }

    [Fact]
    public async Task It_needs_a_description_of_the_matter_and_takes_it_where_it_has_none()
    {
        await using var app = await RunningApp.StartWatchedAsync(new Calls());
        var matter = await Matter.ActiveAsync(app);

        await matter.Agent.OrdersAsync("tasks", matter.Id, Task).IsAsync(HttpStatusCode.Conflict, "short-description-needed");
        await matter.PatchAsync("""{"shortDescription":"Lost parcel"}""").IsAsync(HttpStatusCode.OK);

        var reply = await matter.Agent.OrdersAsync("tasks", matter.Id, """{"kind":"incident"}""").IsAsync(HttpStatusCode.Created);
        Assert.Equal("Lost parcel", (string?)reply["shortDescription"]);
        await matter.PatchAsync("""{"shortDescription":null}""").IsAsync(HttpStatusCode.Conflict, "short-description-needed");
    }

    [Fact]
    public async Task They_are_listed_in_order_page_by_page()
    {
        await using var app = await RunningApp.StartWatchedAsync(new Calls());
        var matter = await DescribedAsync(app);
        for (var task = 0; task < 11; task++)
            await matter.Agent.OrdersAsync("tasks", matter.Id, """{"kind":"request"}""").IsAsync(HttpStatusCode.Created);

        var first = await matter.Agent.GetAsync($"{matter.Path}/tasks?limit=8").IsAsync(HttpStatusCode.OK);
        await matter.Agent.OrdersAsync("tasks", matter.Id, """{"kind":"request"}""").IsAsync(HttpStatusCode.Created);
        var second = await matter.Agent.GetAsync($"{matter.Path}/tasks?limit=8&cursor={first["cursor"]}").IsAsync(HttpStatusCode.OK);

        Assert.Equal(Enumerable.Range(1, 12).Select(id => $"{id}"), [.. first.Values("id"), .. second.Values("id")]);
        Assert.Null(second.Body!["cursor"]);
    }

    [Fact]
    public async Task Who_looks_at_one_is_logged_once_an_hour_and_who_asks_whether_it_is_there_is_not()
    {
        await using var app = await RunningApp.StartWatchedAsync(new Calls());
        var matter = await DescribedAsync(app);
        await matter.Agent.OrdersAsync("tasks", matter.Id, Task).IsAsync(HttpStatusCode.Created);
        await matter.CloseAsync();

        await matter.Agent.AskAsync(HttpMethod.Head, $"{matter.Path}/tasks/1").IsAsync(HttpStatusCode.OK);
        Assert.DoesNotContain("taskViewed", (await matter.LogAsync()).Values("kind"));

        await matter.Agent.GetAsync($"{matter.Path}/tasks/1").IsAsync(HttpStatusCode.OK);
        await matter.Agent.GetAsync($"{matter.Path}/tasks/1").IsAsync(HttpStatusCode.OK);
        await Matter.Supervisor(app).GetAsync($"{matter.Path}/tasks/1").IsAsync(HttpStatusCode.OK);

        // At the turn of an hour it may be once more.
        var viewers = (await matter.LogAsync())["items"].AsArray().Where(entry => (string?)entry!["kind"] == "taskViewed").Select(entry => (string?)entry!["by"]!["agent"]);
        Assert.Equal([matter.Agent.Id, "supervisor-1"], viewers.Distinct());
    }

    [Fact]
    public async Task Nothing_is_created_under_what_is_closed_or_anothers_and_strangers_see_none()
    {
        await using var app = await RunningApp.StartWatchedAsync(new Calls());
        var matter = await DescribedAsync(app, agents: 2);
        await matter.Team.Seat(app, 1).OrdersAsync("tasks", matter.Id, Task).IsAsync(HttpStatusCode.Conflict, "not-yours");
        await matter.Agent.OrdersAsync("tasks", matter.Id, Task).IsAsync(HttpStatusCode.Created);
        await matter.CloseAsync();

        await matter.Agent.OrdersAsync("tasks", matter.Id, Task).IsAsync(HttpStatusCode.Conflict, "closed");
        await matter.Agent.GetAsync($"{matter.Path}/tasks/2").IsAsync(HttpStatusCode.NotFound, "not-found");
        await matter.Agent.GetAsync($"{matter.Path}/tasks/x").IsAsync(HttpStatusCode.BadRequest, "invalid-id");
        var stranger = (await Team.ConfiguredAsync(app)).Seat(app);
        await stranger.GetAsync($"{matter.Path}/tasks").IsAsync(HttpStatusCode.NotFound, "not-found");
        await stranger.GetAsync($"{matter.Path}/tasks/1").IsAsync(HttpStatusCode.NotFound, "not-found");
    }

    [Theory]
    [InlineData("""{"shortDescription":"Refund it"}""", "invalid-field", "kind")]
    [InlineData("""{"kind":"problem"}""", "invalid-field", "kind")]
    [InlineData("""{"kind":"case","url":"javascript:alert(1)"}""", "invalid-field", "url")]
    [InlineData("""{"kind":"case","url":"not a link"}""", "invalid-field", "url")]
    [InlineData("""{"kind":"case","reference":"a\nb"}""", "invalid-field", "reference")]
    [InlineData("""{"kind":"case","owner":"agent-1"}""", "unknown-field", "owner")]
    public async Task What_is_none_is_named(string json, string reason, string field)
    {
        await using var app = await RunningApp.StartWatchedAsync(new Calls());
        var matter = await DescribedAsync(app);

        var reply = await matter.Agent.OrdersAsync("tasks", matter.Id, json).IsAsync(HttpStatusCode.BadRequest, reason);

        Assert.Equal(field, (string?)reply["field"]);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task After_a_crash_at_any_call_the_same_request_again_has_created_one(bool afterEffect)
    {
        var calls = new Calls();
        await using var app = await RunningApp.StartWatchedAsync(calls);
        for (int call = 0, made = int.MaxValue; call < made; call++)
        {
            var matter = await DescribedAsync(app);
            var key = Guid.NewGuid().ToString("N");

            calls.DieAt(call, afterEffect);
            var first = await CreateAsync(matter, key);
            made = calls.Made.Count > call ? int.MaxValue : call;
            calls.Revive();
            Assert.Contains(first.Status, (HttpStatusCode[])[HttpStatusCode.Created, HttpStatusCode.ServiceUnavailable]);
            var again = await CreateAsync(matter, key);

            Assert.Equal((HttpStatusCode.Created, "1"), (again.Status, (string?)again["id"]));
            Assert.Equal(["1"], (await matter.Agent.GetAsync($"{matter.Path}/tasks")).Values("id"));
            Assert.NotNull((await matter.LogAsync()).Single("taskCreated"));
            Assert.True(call < 100, "It never ends.");
        }
    }

    private static async Task<Reply> CreateAsync(Matter matter, string key)
    {
        using var request = matter.Agent.Request(HttpMethod.Post, $"{matter.Path}/tasks");
        request.Content = Api.Json(Task);
        request.Headers.Add("Idempotency-Key", key);
        using var response = await matter.Agent.App.Client.SendAsync(request);
        return await Reply.OfAsync(response);
    }

    private static async Task<Matter> DescribedAsync(RunningApp app, int agents = 1)
    {
        var matter = await Matter.ActiveAsync(app, agents);
        await matter.PatchAsync("""{"shortDescription":"Lost parcel"}""").IsAsync(HttpStatusCode.OK);
        return matter;
    }
}
