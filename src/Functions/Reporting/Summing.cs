using System.Collections.Concurrent;
using Interactions.Functions.Commit;
using Interactions.Functions.Hosting;
using Interactions.Functions.Storage;

namespace Interactions.Functions.Reporting;

/// <summary>Sums up a finished day once, and once more where something of it is written differently since.</summary>
internal sealed class Summing(ClosedCases cases, ReportStore reports, TimeProvider clock)
{
    private const int MostAttempts = 5;

    private readonly ConcurrentDictionary<DateOnly, Lazy<Task>> _underWay = new();

    /// <summary>Goes on whether or not somebody waits for it: whoever asks next finds it done.</summary>
    public Task SumAsync(DateOnly day, CancellationToken cancellationToken) =>
        _underWay.GetOrAdd(day, _ => new(() => Several.BeginAsync(() => SumOnceAsync(day)))).Value.WaitAsync(cancellationToken);

    private async Task SumOnceAsync(DateOnly day)
    {
        try
        {
            for (var attempt = 1; attempt <= MostAttempts; attempt++)
            {
                var claim = await reports.ClaimAsync(day, clock.GetUtcNow(), CancellationToken.None);
                var totals = DayTotals.Of(await cases.StoredAsync(day, CancellationToken.None));
                (string, IReadOnlyList<string>)[] figures =
                    [(FigureKinds.Queues, FigureKinds.PartsOf(totals.Queues)), (FigureKinds.Agents, FigureKinds.PartsOf(totals.Agents))];
                if (await reports.StoreAsync(claim, figures, CancellationToken.None))
                    return;
            }

            throw new ContendedException();
        }
        finally
        {
            _underWay.TryRemove(day, out _);
        }
    }
}
