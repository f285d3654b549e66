using Interactions.Functions.Hosting;
using Interactions.Functions.Messaging;
using Interactions.Functions.Storage;
using Microsoft.Extensions.Logging;

namespace Interactions.Functions.Health;

/// <summary>
/// Asks storage and the bus whether they answer. One answer serves everybody for a few seconds, so that whoever polls this
/// anonymous address cannot turn it into load on either.
/// </summary>
internal sealed class Readiness(StorageProbe storage, BusProbe bus, TimeProvider clock, ILogger<Readiness> logger)
{
    private static readonly TimeSpan Freshness = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    private readonly Lock _gate = new();
    private Task<ReadinessReport>? _asked;
    private long _askedAt;

    public Task<ReadinessReport> CheckAsync(CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            if (_asked is null || clock.GetElapsedTime(_askedAt) >= Freshness)
            {
                _askedAt = clock.GetTimestamp();
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

    private async Task<StorageReport> AskStorageAsync()
    {
        using var limit = new CancellationTokenSource(Patience, clock);
        try
        {
            await storage.AskAsync(limit.Token);
            return new StorageReport(Reachable: true);
        }
        catch (OperationCanceledException)
        {
            logger.NotReady("storage", Patience);
            return new StorageReport(Reachable: false);
        }
        catch (Exception fault)
        {
            logger.NotReady("storage", fault);
            return new StorageReport(Reachable: false);
        }
    }

    private async Task<BusReport> AskBusAsync()
    {
        using var limit = new CancellationTokenSource(Patience, clock);
        try
        {
            return BusReport.Of(await bus.CountAsync(limit.Token));
        }
        catch (OperationCanceledException)
        {
            logger.NotReady("the bus", Patience);
            return BusReport.Unreachable;
        }
        catch (Exception fault)
        {
            logger.NotReady("the bus", fault);
            return BusReport.Unreachable;
        }
    }
}
