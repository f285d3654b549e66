using Azure.Data.Tables;
using Azure.Messaging.ServiceBus.Administration;
using Interactions.Functions.Hosting;
using Interactions.Functions.Messaging;
using Interactions.Functions.Storage;
using Microsoft.Extensions.Logging;

namespace Interactions.Functions.Health;

/// <summary>
/// Asks storage and the bus whether they answer. One answer serves everybody for a few seconds, so that whoever polls this
/// anonymous address cannot turn it into load on either.
/// </summary>
internal sealed class Readiness(
    TableServiceClient storage,
    ServiceBusAdministrationClient bus,
    QueueNames queues,
    TimeProvider clock,
    ILogger<Readiness> logger)
{
    private static readonly TimeSpan Freshness = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    private readonly Lock _gate = new();
    private Task<ReadinessReport>? _asked;
    private DateTimeOffset _askedAt;

    public Task<ReadinessReport> CheckAsync(CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            if (_asked is null || clock.GetUtcNow() - _askedAt >= Freshness)
            {
                _askedAt = clock.GetUtcNow();
                _asked = AskAsync();
            }

            return _asked.WaitAsync(cancellationToken);
        }
    }

    private async Task<ReadinessReport> AskAsync()
    {
        var storageReport = AskStorageAsync();
        var busReport = AskBusAsync();
        return ReadinessReport.Of(await storageReport, await busReport);
    }

    private Task<StorageReport> AskStorageAsync() => AskWithinPatienceAsync(
        "storage",
        async limit =>
        {
            await storage.GetTableClient(TableNames.Config).GetEntityIfExistsAsync<TableEntity>("ready", "ready", cancellationToken: limit);
            return new StorageReport(Reachable: true);
        },
        new StorageReport(Reachable: false));

    private Task<BusReport> AskBusAsync() => AskWithinPatienceAsync(
        "the bus",
        async limit =>
        {
            var reports = await Task.WhenAll(queues.All.Select(name => AskQueueAsync(name, limit)));
            return new BusReport(Reachable: true, reports.Sum(queue => queue.DeadLettered), reports);
        },
        BusReport.Unreachable);

    private async Task<QueueReport> AskQueueAsync(string name, CancellationToken cancellationToken)
    {
        var queue = (await bus.GetQueueRuntimePropertiesAsync(name, cancellationToken)).Value;
        return new QueueReport(name, queue.ActiveMessageCount, queue.ScheduledMessageCount, queue.DeadLetterMessageCount);
    }

    private async Task<T> AskWithinPatienceAsync<T>(string dependency, Func<CancellationToken, Task<T>> ask, T unreachable)
    {
        using var limit = new CancellationTokenSource(Patience, clock);
        try
        {
            return await ask(limit.Token);
        }
        catch (Exception fault)
        {
            logger.NotReady(dependency, fault);
            return unreachable;
        }
    }
}
