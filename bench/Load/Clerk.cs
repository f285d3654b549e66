using System.Diagnostics;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;

namespace Interactions.Bench.Load;

/// <summary>
/// An agent: looks at the inbox as the desk does, accepts what is offered, answers what is unread, and after some answers ends it and
/// wraps it up.
/// </summary>
internal sealed class Clerk(HttpClient app, string id, Tally tally, Func<string, Caller?> callerOf)
{
    public const string Offered = "(text that opens to offer seen)";

    private const int Answers = 4;

    private readonly Dictionary<string, int> _answered = new(StringComparer.Ordinal);

    public Task BeReadyAsync() => OrderAsync("presence", HttpMethod.Put, "/api/me/presence", """{"status":"ready"}""");

    public async Task WorkAsync(CancellationToken over)
    {
        var since = "";
        while (!over.IsCancellationRequested)
        {
            var inbox = await AskAsync($"/api/me/inbox?wait=2{since}", over);
            since = $"&since={inbox?["since"]}";
            foreach (var item in inbox?["items"]?.AsArray() ?? [])
                await LookAtAsync(item!);
        }
    }

    private async Task LookAtAsync(JsonNode item)
    {
        var interaction = (string)item["id"]!;
        var caller = callerOf(interaction.Split('.')[0]);
        var handling = (string)item["handling"]!;
        var isNew = handling == "offered";
        if (isNew)
        {
            if (caller is not null)
                tally[Offered].Add(Stopwatch.GetElapsedTime(caller.OpenedAt));
            if (!await OrderAsync("accept", interaction, "accept"))
                return;
        }

        if (isNew || (handling == "active" && (bool)item["unread"]!))
            await AnswerAsync(interaction, caller);
    }

    private async Task AnswerAsync(string interaction, Caller? caller)
    {
        var answers = _answered[interaction] = _answered.GetValueOrDefault(interaction) + 1;
        if (answers == Answers)
            caller?.IsAboutToClose();
        await OrderAsync("reply", interaction, "messages", """{"text":"It is on its way: the carrier has it since this morning, and it will be with you on Tuesday."}""");
        if (answers < Answers)
            return;

        await OrderAsync("end", interaction, "end", """{"outcome":"resolved"}""");
        await OrderAsync("wrap", interaction, "wrap", """{"shortDescription":"Where a parcel is","disposition":"answered"}""");
        _answered.Remove(interaction);
        caller?.IsClosed();
    }

    private Task<bool> OrderAsync(string operation, string interaction, string action, string? json = null) =>
        OrderAsync(operation, HttpMethod.Post, $"/api/interactions/{interaction}/{action}", json);

    private async Task<bool> OrderAsync(string operation, HttpMethod method, string path, string? json)
    {
        using var answer = await tally.AskAsync(operation, async () =>
        {
            using var request = Request(method, path);
            request.Content = json is null ? null : new StringContent(json, Encoding.UTF8, "application/json");
            return await app.SendAsync(request);
        });
        return answer.IsSuccessStatusCode;
    }

    // It waits for news on purpose: how long that takes is no measure of anything.
    private async Task<JsonNode?> AskAsync(string path, CancellationToken over)
    {
        try
        {
            using var request = Request(HttpMethod.Get, path);
            using var answer = await app.SendAsync(request, over);
            return answer.IsSuccessStatusCode ? JsonNode.Parse(await answer.Content.ReadAsStringAsync(over)) : null;
        }
        catch (OperationCanceledException)
        {
            return null;
        }
    }

    private HttpRequestMessage Request(HttpMethod method, string path) =>
        new(method, path) { Headers = { Authorization = new AuthenticationHeaderValue("Bearer", $"dev-{id}") } };
}
