using Interactions.Functions.Health;
using Interactions.Functions.Hosting;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Interactions.Functions.Storage.Configuration;

/// <summary>What a developer finds configured on the first start; what is there already stays as it is.</summary>
internal sealed class DevelopmentSeed(
    ConfigStore store, PolicySource policies, Preparation preparation, TimeProvider clock, ILogger<DevelopmentSeed> logger) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    private static readonly ConfigRow[] Rows =
    [
        new(ConfigKind.Agents, "agent-1", "{}"),
        new(ConfigKind.Agents, "agent-2", "{}"),
        new(ConfigKind.Agents, "agent-3", "{}"),
        new(ConfigKind.Agents, "supervisor-1", """{"role":"supervisor"}"""),
        new(ConfigKind.Agents, "admin-1", """{"role":"admin"}"""),
        new(ConfigKind.Queues, "support", """{"members":["agent-1","agent-2"]}"""),
        new(ConfigKind.Queues, "billing", """{"members":["agent-1","agent-2","agent-3"]}"""),
        new(ConfigKind.Lines, "main", """{"queue":"support","addresses":["+15550100001"]}"""),
    ];

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!await TryWriteAsync(stoppingToken))
            await Task.Delay(Pause, clock, stoppingToken);
        policies.Outdate();
        preparation.End();
    }

    private async Task<bool> TryWriteAsync(CancellationToken cancellationToken)
    {
        try
        {
            foreach (var row in Rows)
                await store.AddIfMissingAsync(row, cancellationToken);
            return true;
        }
        catch (Exception) when (!cancellationToken.IsCancellationRequested)
        {
            logger.NotSeeded();
            return false;
        }
    }
}
