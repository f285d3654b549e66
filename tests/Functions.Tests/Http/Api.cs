using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Interactions.Functions.Tests.Driver;

namespace Interactions.Functions.Tests.Http;

/// <summary>Asks the app as an agent does.</summary>
internal static class Api
{
    public const string Agent = "dev-agent-1";

    public static Task<Reply> GetAsync(this RunningApp app, string path) => app.AskAsync(HttpMethod.Get, path);

    public static Task<Reply> PostAsync(this RunningApp app, string path, string json, params (string Name, string Value)[] headers) =>
        app.AskAsync(HttpMethod.Post, path, Json(json), headers);

    public static Task<Reply> PatchAsync(this RunningApp app, string path, string json, params (string Name, string Value)[] headers) =>
        app.AskAsync(HttpMethod.Patch, path, Json(json), headers);

    public static async Task<Reply> AskAsync(
        this RunningApp app, HttpMethod method, string path, HttpContent? content = null, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(method, path) { Content = content };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", Agent);
        foreach (var (name, value) in headers)
            request.Headers.TryAddWithoutValidation(name, value);
        using var response = await app.Client.SendAsync(request);
        return await Reply.OfAsync(response);
    }

    public static HttpContent Json(string json) => new StringContent(json, Encoding.UTF8, "application/json");
}

/// <summary>What was answered.</summary>
internal sealed record Reply(HttpStatusCode Status, JsonNode? Body, HttpResponseHeaders Headers, string? ContentType)
{
    public JsonNode this[string field] => Body![field]!;

    public string? Type => (string?)Body?["type"];

    public string? ETag => Headers.ETag?.ToString();

    public static async Task<Reply> OfAsync(HttpResponseMessage response)
    {
        var text = await response.Content.ReadAsStringAsync();
        return new(
            response.StatusCode,
            text.Length == 0 ? null : JsonNode.Parse(text),
            response.Headers,
            response.Content.Headers.ContentType?.MediaType);
    }
}
