using Interactions.Domain.Interactions;
using Interactions.Functions.Hosting;
using Interactions.Functions.Messaging;
using Interactions.Functions.Storage;
using Microsoft.Extensions.Logging;

namespace Interactions.Functions.Commit;

/// <summary>Tells everybody who has to act on a change before it is stored, and clears away afterwards what it made obsolete.</summary>
internal sealed class Announcer(WakeSender wakes, Indexes indexes, ILogger<Announcer> logger)
{
    public Task AnnounceAsync(Decision.Changed change, CancellationToken cancellationToken) =>
        Task.WhenAll(
        [
            .. change.Wakes.Select(wake => wakes.SendAsync(wake, cancellationToken)),
            .. change.Touches.Where(touch => !touch.IsRemoval).Select(touch => indexes.ApplyAsync(touch, cancellationToken)),
        ]);

    /// <summary>
    /// After a conflict the row in Active may tell of a change that was not made, in place of one that was: whoever looks for
    /// what is overdue shall look at once.
    /// </summary>
    public Task DoubtAsync(Decision.Changed change, DateTimeOffset now, CancellationToken cancellationToken) =>
        Task.WhenAll(change.Touches.OfType<IndexTouch.Active>().Select(touch => indexes.ApplyAsync(
            touch with { Interaction = touch.Interaction with { CheckBy = now } }, cancellationToken)));

    /// <summary>What stays behind when this fails is a hint too many, which whoever meets it removes.</summary>
    public async Task TidyAsync(Decision.Changed change, CancellationToken cancellationToken)
    {
        try
        {
            await Task.WhenAll(change.Touches.Where(touch => touch.IsRemoval).Select(touch => indexes.ApplyAsync(touch, cancellationToken)));
        }
        catch (Exception fault)
        {
            logger.HintsLeftBehind(fault);
        }
    }
}
