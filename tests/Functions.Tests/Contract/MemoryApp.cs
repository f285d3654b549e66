using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using Interactions.Functions.Contract;
using Interactions.Functions.Storage.Configuration;
using Interactions.Functions.Tests.Driver;
using Interactions.Functions.Tests.Http;
using Interactions.Functions.Tests.Memory;

namespace Interactions.Functions.Tests.Contract;

/// <summary>An app with tables of its own, in which something is of every kind.</summary>
public sealed class MemoryApp : IAsyncLifetime
{
    private static readonly ConfigRow[] Configured =
    [
        new(ConfigKind.Agents, "agent-1", "{}"),
        new(ConfigKind.Queues, "support", """{"members":["agent-1"]}"""),
        new(ConfigKind.Lines, "main", $$"""{"queue":"support","addresses":["{{Lines.Talkative}}"]}"""),
    ];

    private MemoryApps _apps = null!;
    private string _interaction = "";
    private int _count;

    public async Task InitializeAsync()
    {
        _apps = await MemoryApps.StartAsync(Configured);
        var customer = new Customer();
        await customer.TextsAsync(_apps.First, "Hello", to: Lines.Talkative);
        _interaction = (await customer.ConversationAsync(_apps.First)).Active.Single().Id.ToString();
    }

    public async Task DisposeAsync() => await _apps.DisposeAsync();

    /// <summary>Sends a body to where it belongs, and takes away what was made of it.</summary>
    internal async Task<Reply> SendAsync(Operation operation, JsonNode body)
    {
        var path = "/" + operation.Route.Replace("{id}", await IdForAsync(operation), StringComparison.Ordinal)
            .Replace("{timer}", "nudge", StringComparison.Ordinal);
        var reply = await AskAsync(new HttpMethod(operation.Verb.ToUpperInvariant()), path, body);
        if (operation.Path.StartsWith("console/", StringComparison.Ordinal) && (int)reply.Status == 201)
            await AskAsync(HttpMethod.Delete, path, null);
        return reply;
    }

    // A new one each time: what was tried before shall not matter.
    private async Task<string> IdForAsync(Operation operation)
    {
        var id = $"new-{_count++}";
        if (operation.Verb == "patch" && operation.Path.StartsWith("users/", StringComparison.Ordinal))
            await _apps.First.PostAsync("/api/users", $$"""{"id":"{{id}}"}""");
        return operation.Path.Split('/')[0] switch
        {
            "interactions" => _interaction,
            "profiles" => _interaction.Split('.')[0],
            _ => id,
        };
    }

    private async Task<Reply> AskAsync(HttpMethod method, string path, JsonNode? body)
    {
        using var request = new HttpRequestMessage(method, path) { Content = body is null ? null : Api.Json(body.ToJsonString()) };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", "dev-admin-1");
        if (method == HttpMethod.Delete)
            request.Headers.TryAddWithoutValidation("If-Match", "*");
        using var response = await _apps.First.Client.SendAsync(request);
        return await Reply.OfAsync(response);
    }
}
