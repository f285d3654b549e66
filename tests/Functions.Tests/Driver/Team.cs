using System.Globalization;
using Interactions.Domain.Interactions;
using Interactions.Domain.Values;
using Interactions.Functions.Storage.Configuration;
using Interactions.Functions.Tests.Agents;
using Microsoft.Extensions.DependencyInjection;

namespace Interactions.Functions.Tests.Driver;

/// <summary>A queue with agents and a company number of its own, with which no other test has anything to do.</summary>
internal sealed class Team
{
    private static int _count = 1000;

    private Team(int agents)
    {
        Number = string.Create(CultureInfo.InvariantCulture, $"+1555010{Interlocked.Increment(ref _count)}");
        var name = Guid.NewGuid().ToString("N");
        Queue = $"q-{name}";
        Line = $"l-{name}";
        Agents = [.. Enumerable.Range(1, agents).Select(n => $"agent-{name}-{n}")];
    }

    /// <summary>Where customers write to.</summary>
    public string Number { get; }

    public string Queue { get; }

    public string Line { get; }

    public IReadOnlyList<string> Agents { get; }

    /// <param name="queue">What the queue is besides its members, as JSON: <c>"autoAccept":true</c>.</param>
    /// <param name="agent">What each agent is, as JSON.</param>
    /// <param name="members">Who serves the queue besides them.</param>
    public static async Task<Team> ConfiguredAsync(
        RunningApp app, int agents = 1, string? queue = null, string agent = "{}", params string[] members)
    {
        var team = new Team(agents);
        var names = string.Join(',', team.Agents.Concat(members).Select(member => $"\"{member}\""));
        await PutAsync(app, [.. team.Agents.Select(id => new ConfigRow(ConfigKind.Agents, id, agent))]);
        await PutAsync(
            app,
            new(ConfigKind.Queues, team.Queue, $$"""{"members":[{{names}}]{{(queue is null ? "" : "," + queue)}}}"""),
            new(ConfigKind.Lines, team.Line, $$"""{"queue":"{{team.Queue}}","addresses":["{{team.Number}}"]}"""));
        await team.IsKnownToAsync(app);
        return team;
    }

    public Task IsKnownToAsync(RunningApp app)
    {
        var policies = app.Services.GetRequiredService<PolicySource>();
        return Eventually.Is(
            async () =>
            {
                policies.Outdate();
                return await policies.CurrentAsync(CancellationToken.None);
            },
            policy => policy.Lines.ContainsKey(LineId.Parse(Line))
                && policy.Queues.ContainsKey(QueueId.Parse(Queue))
                && Agents.All(agent => policy.Agents.ContainsKey(AgentId.Parse(agent))));
    }

    public Seat Seat(RunningApp app, int agent = 0) => new(app, Agents[agent]);

    /// <summary>A customer who wrote and waits in the queue.</summary>
    public async Task<InteractionId> CustomerWaitsAsync(RunningApp app, Customer? customer = null)
    {
        customer ??= new Customer();
        await customer.TextsAsync(app, "Hello", to: Number);
        return (await customer.ConversationAsync(app)).Active.Single(open => open.Line.Value == Line).Id;
    }

    /// <summary>A customer who wrote and whom an agent is asked to take, without a router.</summary>
    public async Task<InteractionId> CustomerIsOfferedAsync(RunningApp app, int agent = 0)
    {
        var id = await CustomerWaitsAsync(app);
        await Seat(app, agent).IsAsync("ready");
        await app.DoAsync(new MakeOffer(id, QueueId.Parse(Queue), AgentId.Parse(Agents[agent])));
        return id;
    }

    // An app takes requests before its tables are there.
    private static Task PutAsync(RunningApp app, params ConfigRow[] rows) => Eventually.Succeeds(
        () => Task.WhenAll(rows.Select(row => app.Services.GetRequiredService<ConfigStore>().PutAsync(row, CancellationToken.None))));
}
