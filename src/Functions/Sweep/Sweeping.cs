using Interactions.Functions.Routing;
using Interactions.Functions.Storage;
using Interactions.Functions.Storage.Configuration;
using Interactions.Functions.Storage.Desks;
using Interactions.Functions.Storage.Queues;
using Interactions.Functions.Hosting;
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
    QueueRound round,
    Returns returns,
    PolicySource policies,
    TimeProvider clock,
    ILogger<Sweeping> logger)
{
    public async Task<SweepState> RunAsync(CancellationToken cancellationToken)
    {
        var (began, deadline, tally) = (clock.GetUtcNow(), new Deadline(clock), new Tally(logger));
        var before = await store.FindAsync(cancellationToken);

        var window = await Window.OpenAsync(before?.CheckedUpTo, began, indexes, cancellationToken);

        // First where things are shown, then what is open: what comes up meanwhile is shown nowhere, and looked at in vain.
        var picture = await Picture.ReadAsync(queues, desks, Settled.At(began), cancellationToken);
        var floor = new Floor(round, returns, policies);
        var after = await walk.RunAsync(before?.After, picture, window, floor, tally, deadline, cancellationToken);
        await floor.RunAsync(picture, tally, cancellationToken);

        SweepState? noted = null;
        await store.NoteAsync(
            known => noted = new(
                began,
                clock.GetUtcNow(),
                tally.Looked,
                tally.Failed,
                after,
                after is null && tally.Failed == 0 ? window.UpTo : known?.CheckedUpTo,
                tally.AddedTo(known?.Repaired)),
            cancellationToken);
        var took = clock.GetUtcNow() - began;
        logger.Swept(tally.Looked, tally.Repaired, took);
        return noted!;
    }
}
