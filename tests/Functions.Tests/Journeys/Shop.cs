using System.Net;
using System.Text.Json.Nodes;
using Interactions.Functions.Tests.Driver;
using Interactions.Functions.Tests.Http;

namespace Interactions.Functions.Tests.Journeys;

/// <summary>A company that is open: an app that routes, with a queue, its agents and a number of its own.</summary>
internal sealed class Shop : IAsyncDisposable
{
    private Shop(RunningApp app, Team team) => (App, Team) = (app, team);

    public RunningApp App { get; }

    public Team Team { get; }

    public Seat Agent => Team.Seat(App);

    public Seat Colleague => Team.Seat(App, agent: 1);

    public Seat Supervisor => new(App, "supervisor-1");

    public static async Task<Shop> OpenAsync(int agents = 1, string? queue = null)
    {
        var app = await RunningApp.StartWatchedAsync(new Calls(), routes: true);
        return new(app, await Team.ConfiguredAsync(app, agents, queue));
    }

    public Task TextsAsync(Customer customer, string text) => customer.TextsAsync(App, text, to: Team.Number);

    /// <summary>What somebody is asked to take, as soon as they are.</summary>
    public static async Task<string> OfferedAsync(Seat seat) =>
        (string)(await InboxAsync(seat, item => (string?)item["handling"] == "offered"))["id"]!;

    /// <summary>What is on somebody's desk, as soon as it is like that.</summary>
    public static async Task<JsonNode> InboxAsync(Seat seat, Func<JsonNode, bool> like) => (await Eventually.Is(
        async () => (await seat.InboxAsync())["items"].AsArray().FirstOrDefault(item => like(item!)), found => found is not null))!;

    public static async Task<Reply> DoesAsync(Seat seat, string action, string id, string? json = null, HttpStatusCode status = HttpStatusCode.OK)
    {
        var reply = await seat.OrdersAsync(action, id, json);
        Assert.True(reply.Status == status, $"{action}: {(int)reply.Status} {reply.Body?.ToJsonString()}");
        return reply;
    }

    public static async Task ChangesAsync(Seat seat, string id, string json)
    {
        var reply = await seat.AskAsync(HttpMethod.Patch, $"/api/interactions/{id}", json);
        Assert.True(reply.Status == HttpStatusCode.OK, $"{json}: {(int)reply.Status} {reply.Body?.ToJsonString()}");
    }

    public static async Task<string[]> LogAsync(Seat seat, string id) =>
        [.. (await seat.GetAsync($"/api/interactions/{id}/log?limit=200"))["items"].AsArray().Select(entry => (string)entry!["kind"]!)];

    public async ValueTask DisposeAsync() => await App.DisposeAsync();
}
