using System.Net;
using System.Text.Json.Nodes;
using Interactions.Domain.Interactions;
using Interactions.Domain.Values;
using Interactions.Functions.Storage.Configuration;
using Interactions.Functions.Tests.Driver;
using Interactions.Functions.Tests.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Interactions.Functions.Tests.Rules;

/// <summary>A line with its queues that no other test knows, so that rules which name it are asked about nothing else.</summary>
internal sealed class Ruled(RunningApp app)
{
    private readonly string _id = Guid.NewGuid().ToString("N");

    public RunningApp App => app;

    public string Number { get; } = new Customer().Number;

    public string Line => $"l{_id}";

    public string Queue => $"q{_id}";

    public string Other => $"o{_id}";

    public string Rule(string name) => $"{name}-{_id}";

    /// <param name="line">What is said of the line besides.</param>
    /// <param name="other">What is said of the other queue.</param>
    public static async Task<Ruled> StartAsync(RunningApp app, string line = "", string other = """ "members":["agent-1","agent-2"] """)
    {
        var ruled = new Ruled(app);
        await ruled.StoreAsync(ConfigKind.Queues, ruled.Queue, """{"members":["agent-1"]}""");
        await ruled.StoreAsync(ConfigKind.Queues, ruled.Other, $$"""{ {{other}} }""");
        await ruled.StoreAsync(ConfigKind.Lines, ruled.Line, $$"""{"queue":"{{ruled.Queue}}","addresses":["{{ruled.Number}}"]{{line}}}""");
        return ruled;
    }

    public async Task StoreAsync(string kind, string id, string json)
    {
        await app.Services.GetRequiredService<ConfigStore>().PutAsync(new(kind, id, json), CancellationToken.None);
        app.Services.GetRequiredService<PolicySource>().Outdate();
    }

    /// <summary>A rule about this line alone.</summary>
    public string About(int order, string when = "", string then = "", string? id = null)
    {
        var name = id is null ? "" : $"\"id\":\"{id}\",";
        return $$"""{ {{name}}"order":{{order}},"when":{"lines":["{{Line}}"]{{when}}}{{then}}}""";
    }

    public string To(string queue) => $",\"queue\":\"{queue}\"";

    public Task<Reply> PutAsync(string rule, string json, params (string, string)[] headers) =>
        AskAsync(HttpMethod.Put, $"/api/console/rules/{rule}", json, headers);

    public async Task<Reply> TestAsync(string json)
    {
        var reply = await AskAsync(HttpMethod.Post, "/api/console/rules/test", json);
        Assert.Equal(HttpStatusCode.OK, reply.Status);
        return reply;
    }

    public Task<Reply> AskAsync(HttpMethod method, string path, string? json = null, params (string Name, string Value)[] headers) =>
        AskAsync(app, method, path, json, headers);

    public static async Task<Reply> AskAsync(
        RunningApp app, HttpMethod method, string path, string? json = null, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(method, path) { Content = json is null ? null : Api.Json(json) };
        request.Headers.Authorization = new("Bearer", "dev-admin-1");
        foreach (var (name, value) in headers)
            request.Headers.TryAddWithoutValidation(name, value);
        using var response = await app.Client.SendAsync(request);
        return await Reply.OfAsync(response);
    }

    public async Task<Interaction> OpenedByAsync(Customer customer, string text)
    {
        await customer.TextsAsync(app, text, to: Number);
        return (await customer.ConversationAsync(app)).ActiveOn(LineId.Parse(Line))!;
    }

    public static JsonNode VerdictOf(Reply reply, string rule) => Assert.Single(reply["rules"].AsArray(), verdict => (string?)verdict!["id"] == rule)!;

    public static string[] Faults(Reply reply)
    {
        Assert.Equal((HttpStatusCode.BadRequest, "urn:interactions:invalid-configuration"), (reply.Status, reply.Type));
        return [.. reply["errors"].AsArray().Select(fault => $"{fault!["field"]} {fault["reason"]}")];
    }
}
