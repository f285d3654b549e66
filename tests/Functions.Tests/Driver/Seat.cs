using System.Globalization;
using System.Net.Http.Headers;
using Interactions.Functions.Tests.Http;

namespace Interactions.Functions.Tests.Driver;

/// <summary>Somebody who works at one instance of the app, and what they ask of it.</summary>
internal sealed record Seat(RunningApp App, string Id)
{
    public Task<Reply> GetAsync(string path) => AskAsync(HttpMethod.Get, path);

    public Task<Reply> MeAsync() => GetAsync("/api/me");

    /// <summary>Orders something about an interaction, which may be named by its number too.</summary>
    public Task<Reply> OrdersAsync(string action, object interaction, string? json = null, string? ifMatch = null) =>
        AskAsync(HttpMethod.Post, $"/api/interactions/{interaction}/{action}", json, ifMatch);

    public Task<Reply> IsAsync(string status, string? capacity = null) => SaysAsync(
        capacity is null ? $$"""{"status":"{{status}}"}""" : $$"""{"status":"{{status}}","capacity":{{capacity}}}""");

    public Task<Reply> SaysAsync(string json) => AskAsync(HttpMethod.Put, "/api/me/presence", json);

    public Task<Reply> InboxAsync(string? since = null, int? wait = null) => GetAsync(
        string.Create(CultureInfo.InvariantCulture, $"/api/me/inbox?{(since is null ? "" : $"since={since}&")}{(wait is null ? "" : $"wait={wait}")}"));

    public async Task<int> LoadAsync() => (int)(await MeAsync())["load"]["messaging"]!;

    public async Task<Reply> AskAsync(HttpMethod method, string path, string? json = null, string? ifMatch = null)
    {
        using var request = Request(method, path);
        request.Content = json is null ? null : Api.Json(json);
        if (ifMatch is not null)
            request.Headers.TryAddWithoutValidation("If-Match", ifMatch);
        using var response = await App.Client.SendAsync(request);
        return await Reply.OfAsync(response);
    }

    public HttpRequestMessage Request(HttpMethod method, string path) => new(method, path)
    {
        Headers = { Authorization = new AuthenticationHeaderValue("Bearer", $"dev-{Id}") },
    };
}
