using Interactions.Functions.Hosting;
using Interactions.Functions.Routing;
using Interactions.Functions.Storage;
using Interactions.Functions.Storage.Configuration;
using Interactions.Functions.Storage.Desks;
using Interactions.Functions.Storage.Queues;
using Microsoft.Extensions.Logging;

namespace Interactions.Functions.Sweep;

/// <summary>
/// Looks at everything once a minute and does what people, wakes and processes forgot. With the bus gone it alone moves all there is.
/// Two that run at once do the same things, each of them once.
/// </summary>
internal sealed class Sweeping(
    SweepStore store,
    QueueStore queues,
    DeskStore desks,
    Indexes indexes,
    Walk walk,
    Closings closings,
    QueueRound round,
    Returns returns,
    PolicySource policies,
    TimeProvider clock,
    ILogger<Sweeping> logger)
{
    private static readonly TimeSpan ForWalking = TimeSpan.FromMinutes(3);
    private static readonly TimeSpan ForClosings = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan ForRouting = TimeSpan.FromMinutes(1);

    public async Task<SweepState> RunAsync(CancellationToken cancellationToken)
    {
        var (began, tally) = (clock.GetUtcNow(), new Tally(logger));
        var before = await store.FindAsync(cancellationToken);

        var window = await Window.OpenAsync(before?.CheckedUpTo, began, indexes, cancellationToken);

        // First where things are shown, then what is open: what comes up meanwhile is shown nowhere, and looked at in vain.
        var picture = await Picture.ReadAsync(queues, desks, Settled.At(began), cancellationToken);
        picture.Standing.Tell((await policies.CurrentAsync(cancellationToken)).Queues.Keys, began);
        var floor = new Floor(round, returns, policies);
        var after = await walk.RunAsync(before?.After, picture, window, floor, tally, new Deadline(clock, ForWalking), cancellationToken);
        var isWhole = await closings.LookAsync(window.Decided, tally, new Deadline(clock, ForClosings), cancellationToken);
        await floor.RunAsync(picture, Settled.At(began), tally, new Deadline(clock, ForRouting), cancellationToken);

        SweepState? noted = null;
        await store.NoteAsync(
            known => noted = new(
                began,
                clock.GetUtcNow(),
                tally.Looked,
                tally.Failed,
                after,
                after is null && isWhole ? window.CheckedUpTo(tally.Failed > 0) : known?.CheckedUpTo,
                tally.AddedTo(known?.Repaired)),
            cancellationToken);
        var took = clock.GetUtcNow() - began;
        Metrics.Open.Record(tally.Looked);
        Metrics.SweepDuration.Record(took.TotalSeconds);
        logger.Swept(tally.Looked, tally.Repaired, took);
        return noted!;
    }
}
