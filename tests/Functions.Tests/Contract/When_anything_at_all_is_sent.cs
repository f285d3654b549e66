using System.Diagnostics;
using Interactions.Functions.Contract;
using Interactions.Functions.Storage.Configuration;
using Interactions.Functions.Tests.Driver;
using Interactions.Functions.Tests.Http;
using Interactions.Functions.Tests.Memory;

namespace Interactions.Functions.Tests.Contract;

/// <summary>Thousands of requests that are wrong, odd or just within what is allowed: each is answered, by what the document says.</summary>
public sealed class When_anything_at_all_is_sent
{
    private const int Most = 6000;
    private const int Seed = 20310506;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private static readonly ConfigRow[] Configured =
    [
        new(ConfigKind.Agents, "agent-1", """{"capacity":{"messaging":100,"phone":100,"walkUp":100,"voicemail":100}}"""),
        new(ConfigKind.Agents, "agent-2", "{}"),
        new(ConfigKind.Queues, "support", """{"members":["agent-1","agent-2"],"wrapUpForSeconds":600}"""),
        new(ConfigKind.Queues, "billing", """{"members":["agent-2"]}"""),
        new(ConfigKind.Hours, "weekdays", """{"zone":"UTC","week":[{"day":"monday","from":"09:00:00","to":"17:00:00"}]}"""),
        new(ConfigKind.Lines, "main", $$"""{"queue":"support","addresses":["{{Lines.Main}}"],"hours":"weekdays"}"""),
        new(ConfigKind.Rules, "refunds", """{"order":10,"when":{"contains":["refund"]},"queue":"billing"}"""),
    ];

    [Fact]
    public async Task It_is_answered_as_the_document_says_and_never_with_a_fault_of_ours()
    {
        await using var apps = await MemoryApps.StartAsync(Configured);
        var mischief = new Mischief(new Instance(OpenApiDocument.Instance.Json), await IdsAsync(apps.First));
        var wrong = new List<string>();
        var statuses = new SortedDictionary<int, int>();

        for (var n = 0; n < Most; n++)
        {
            var operation = Operations.All[n % Operations.All.Length];
            var sending = mischief.Make(operation, new Random(Seed + n));
            var isRepeated = n % 10 == 0;
            if ((await FaultAsync(apps.First, sending, statuses) ?? (isRepeated ? await FaultAsync(apps.First, sending, statuses) : null)) is { } fault)
                wrong.Add($"Seed {Seed}, request {n} ({operation.Name}): {sending}\n→ {fault}");
        }

        Assert.True(wrong.Count == 0, $"{wrong.Count} of {Most}:\n\n{string.Join("\n\n", wrong.Take(25))}");
        Assert.Empty(((int[])[200, 201, 204, 400, 401, 403, 404, 409, 412, 413, 415, 428]).Except(statuses.Keys));
    }

    private static async Task<string?> FaultAsync(RunningApp app, Sending sending, SortedDictionary<int, int> statuses)
    {
        using var request = sending.In(app.Client.BaseAddress!);
        using var limit = new CancellationTokenSource(Patience);
        var started = Stopwatch.GetTimestamp();
        try
        {
            using var response = await app.Client.SendAsync(request, limit.Token);
            var status = (int)response.StatusCode;
            statuses[status] = statuses.GetValueOrDefault(status) + 1;
            return status >= 500 ? $"{status}" : null;
        }
        catch (OperationCanceledException)
        {
            return $"nothing in {Stopwatch.GetElapsedTime(started)}";
        }
        catch (ContractBrokenException broken)
        {
            return broken.Message;
        }
        catch (HttpRequestException lost) when (sending.Body is { Length: > 1024 * 1024 })
        {
            // Whoever sends that much is not listened to until the end.
            _ = lost;
            return null;
        }
        catch (HttpRequestException lost)
        {
            return lost.ToString();
        }
    }

    /// <summary>Something of every kind, and interactions that are as far as one can be.</summary>
    private static async Task<IReadOnlyDictionary<string, string[]>> IdsAsync(RunningApp app)
    {
        var (one, two) = (new Seat(app, "agent-1"), new Seat(app, "agent-2"));
        await one.IsAsync("ready");
        await two.IsAsync("ready");
        var interactions = new List<string>();
        string? profile = null;
        foreach (var orders in (string[][])[[], ["claim"], ["claim", "hold"], ["claim", "end"], ["claim", "end", "wrap"]])
        {
            var customer = new Customer();
            await customer.TextsAsync(app, "Where is my refund?");
            var open = (await customer.ConversationAsync(app)).Active.Single();
            foreach (var order in orders)
            {
                await two.OrdersAsync(order, open.Id, order switch
                {
                    "hold" => """{"reason":"waitingOnCustomer"}""",
                    "end" => """{"outcome":"resolved","shortDescription":"Refund"}""",
                    _ => "{}",
                });
            }

            interactions.AddRange([open.Id.ToString(), open.Number.ToString()]);
            profile = open.Id.Profile.Value;
        }

        foreach (var kind in (string[])["incident", "case"])
            await two.OrdersAsync("tasks", interactions[2], $$"""{"kind":"{{kind}}","shortDescription":"Lost"}""");
        var token = await new Seat(app, "admin-1").AskAsync(HttpMethod.Post, "/api/console/agents/agent-1/token", "{}");
        await app.PostAsync("/api/users", """{"id":"u-1","name":"A customer","addresses":["+12025550199"]}""");
        await new Customer().TextsAsync(app, "To nobody", to: "+15550100099");
        return new Dictionary<string, string[]>
        {
            ["interactions/"] = [.. interactions],
            ["interactions/{id}/tasks/"] = ["1", "2", "3"],
            ["interactions/{id}/timers/"] = ["nudge", "silence", "firstResponse"],
            ["interactions/{id}/messages/"] = ["1", "2", "3"],
            ["interactions/{id}/messages/{sequence}/media/"] = ["0", "1"],
            ["profiles/"] = [profile!],
            ["users/"] = ["u-1", "nobody"],
            ["queues/"] = ["support", "billing"],
            ["console/lines/"] = ["main", "new"],
            ["console/queues/"] = ["support", "billing", "new"],
            ["console/agents/"] = ["agent-1", "agent-2", "new"],
            ["console/agents/{id}/tokens/"] = [(string)token["id"]!],
            ["console/hours/"] = ["weekdays", "new"],
            ["console/rules/"] = ["refunds", "new"],
            ["console/responses/"] = ["on-its-way", "new"],
            ["console/unprocessed/"] = ["SM1"],
            ["console/dead-letters/"] = ["routing", "timeouts", "elsewhere"],
        };
    }
}
