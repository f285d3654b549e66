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
    StorageProbe storage,
    Unprocessed unprocessed,
    StoppedLines stopped,
    SweepStore sweeps,
    BusProbe bus,
    Preparation preparation,
    TimeProvider clock,
    ILogger<Readiness> logger)
{
    private static readonly TimeSpan Freshness = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    // Whoever starts it waits for that.
    private static readonly TimeSpan FreshnessAtFirst = TimeSpan.FromMilliseconds(250);

    private readonly Lock _gate = new();
    private Task<ReadinessReport>? _asked;
    private long _askedAt;
    private bool _wasPrepared;

    public Task<ReadinessReport> CheckAsync(CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            if (_asked is null || clock.GetElapsedTime(_askedAt) >= (_wasPrepared ? Freshness : FreshnessAtFirst))
            {
                _askedAt = clock.GetTimestamp();
                _wasPrepared = preparation.IsDone;
                _asked = AskAsync(_wasPrepared);
            }

            return _asked.WaitAsync(cancellationToken);
        }
    }

    private async Task<ReadinessReport> AskAsync(bool isPrepared)
    {
        var storageReport = AskStorageAsync();
        var busReport = AskBusAsync();
        var (found, counted) = (await storageReport, await busReport);
        return ReadinessReport.Of(found with { Reachable = found.Reachable && isPrepared }, counted);
    }

    private Task<StorageReport> AskStorageAsync() => AskAsync(
        "storage",
        async limit =>
        {
            await storage.AskAsync(limit);
            return new StorageReport(Reachable: true, await unprocessed.CountAsync(StorageReport.MostCounted, limit))
            {
                Stopped = StopReport.Of(await stopped.ReadAsync(limit), clock.GetUtcNow()),
                Sweep = SweepReport.Of(await sweeps.FindAsync(limit), clock.GetUtcNow()),
            };
        },
        otherwise: StorageReport.Unreachable);

    private Task<BusReport> AskBusAsync() => AskAsync(
        "the bus", async limit => BusReport.Of(await bus.CountAsync(limit)), otherwise: BusReport.Unreachable);

    private async Task<T> AskAsync<T>(string dependency, Func<CancellationToken, Task<T>> ask, T otherwise)
    {
        using var limit = new CancellationTokenSource(Patience, clock);
        try
        {
            return await ask(limit.Token);
        }
        catch (OperationCanceledException)
        {
            logger.NotReady(dependency, Patience);
        }
        catch (Exception fault)
        {
            logger.NotReady(dependency, fault);
        }

        return otherwise;
    }
}
