using Interactions.Domain.Values;
using Interactions.Functions.Storage.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Interactions.Functions.Tests.Driver;

/// <summary>Company numbers that tests text to. All apps of this assembly share their tables, so each is written as often as asked and the same.</summary>
internal static class Lines
{
    public const string Main = "+15550100001";
    public const string Talkative = "+15550100002";
    public const string AlwaysClosed = "+15550100003";

    public const string Greeting = "Welcome. An agent will be with you soon.";
    public const string OutOfHours = "We are closed and will answer tomorrow.";
    public const string Help = "Reply STOP to stop. Otherwise just write what you need.";

    // Tests share their agents, and nobody's desk shall be full.
    private const string Tireless = """{"capacity":{"messaging":100000,"phone":100000,"walkUp":100000}}""";

    private static readonly ConfigRow[] Rows =
    [
        new(ConfigKind.Agents, "agent-1", Tireless),
        new(ConfigKind.Agents, "agent-2", Tireless),
        new(ConfigKind.Agents, "agent-3", Tireless),
        new(ConfigKind.Queues, "support", """{"members":["agent-1","agent-2"]}"""),
        new(ConfigKind.Queues, "billing", """{"members":["agent-1","agent-2","agent-3"]}"""),
        new(ConfigKind.Queues, "brisk", """{"members":["agent-1"],"reopenWithinSeconds":3600,"wrapUpForSeconds":null}"""),
        new(ConfigKind.Hours, "never", """{"zone":"UTC","week":[]}"""),
        new(ConfigKind.Lines, "main", $$"""{"queue":"support","addresses":["{{Main}}"]}"""),
        new(ConfigKind.Lines, "talkative", $$"""{"queue":"brisk","addresses":["{{Talkative}}"],"greeting":"{{Greeting}}","helpText":"{{Help}}"}"""),
        new(ConfigKind.Lines, "closed", $$"""{"queue":"support","addresses":["{{AlwaysClosed}}"],"hours":"never","outOfHoursText":"{{OutOfHours}}"}"""),
    ];

    public static async Task AreConfiguredAsync(RunningApp app)
    {
        var store = app.Services.GetRequiredService<ConfigStore>();
        await Eventually.Succeeds(() => Task.WhenAll(Rows.Select(row => store.PutAsync(row, CancellationToken.None))));

        var policies = app.Services.GetRequiredService<PolicySource>();
        policies.Outdate();
        await Eventually.Is(
            async () => await policies.CurrentAsync(CancellationToken.None),
            policy => policy.Lines.ContainsKey(LineId.Parse("closed")) && policy.Queues.ContainsKey(QueueId.Parse("brisk"))
                && policy.Agent(AgentId.Parse("agent-1")).Capacity.Messaging == 100000);
    }
}
