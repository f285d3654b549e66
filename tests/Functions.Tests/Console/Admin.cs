using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using Interactions.Functions.Tests.Driver;
using Interactions.Functions.Tests.Http;

namespace Interactions.Functions.Tests.Console;

/// <summary>Asks the app as an admin does.</summary>
internal static class Admin
{
    public const string Token = "dev-admin-1";

    public static string NewId() => $"t-{Guid.NewGuid():N}";

    public static Task<Reply> ConfigureAsync(this RunningApp app, string path, string json, string? ifMatch = null, string token = Token) =>
        app.AskAsAsync(token, HttpMethod.Put, path, Api.Json(json), ifMatch);

    public static Task<Reply> ReadAsync(this RunningApp app, string path, string token = Token) =>
        app.AskAsAsync(token, HttpMethod.Get, path);

    public static Task<Reply> RemoveAsync(this RunningApp app, string path, string? ifMatch = null, string token = Token) =>
        app.AskAsAsync(token, HttpMethod.Delete, path, ifMatch: ifMatch);

    /// <summary>What is wrong, each as <c>field reason</c>, in the order of the alphabet.</summary>
    public static string[] Faults(this Reply reply) =>
        [.. reply["errors"].AsArray().Select(each => $"{each!["field"]} {each["reason"]}").Order(StringComparer.Ordinal)];

    public static string[] Texts(this JsonNode? list) => [.. list!.AsArray().Select(each => (string)each!)];

    public static async Task<Reply> AskAsAsync(
        this RunningApp app, string? token, HttpMethod method, string path, HttpContent? content = null, string? ifMatch = null)
    {
        using var request = new HttpRequestMessage(method, path) { Content = content };
        if (token is not null)
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        if (ifMatch is not null)
            request.Headers.TryAddWithoutValidation("If-Match", ifMatch);
        using var response = await app.Client.SendAsync(request);
        return await Reply.OfAsync(response);
    }
}
