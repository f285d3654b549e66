using Interactions.Domain.Interactions;
using Interactions.Domain.Values;
using Interactions.Functions.Hosting;
using Interactions.Functions.Messaging;
using Interactions.Functions.Storage;
using Interactions.Functions.Storage.Desks;
using Interactions.Functions.Storage.Queues;
using Microsoft.Extensions.Logging;

namespace Interactions.Functions.Commit;

/// <summary>Tells everybody who has to act on a change before it is stored, and clears away afterwards what it made obsolete.</summary>
internal sealed class Announcer(
    WakeSender wakes, Indexes indexes, QueueStore queues, DeskStore desks, Reservations reservations, ILogger<Announcer> logger)
{
    /// <param name="by">What the product does by itself it does without the bus too: whatever nobody is told of, the sweep finds.</param>
    public async Task AnnounceAsync(Decision.Changed change, Actor by, CancellationToken cancellationToken)
    {
        var touches = change.Touches.Where(touch => !touch.IsRemoval).ToLookup(touch => touch is IndexTouch.Counts);
        await Task.WhenAll(
        [
            .. change.Wakes.Select(wake => TellAsync(wake, by, cancellationToken)),
            .. touches[false].Select(touch => ApplyAsync(touch, cancellationToken)),
        ]);

        // Only once the desk shows the new version: before, somebody who is late with the last one would count it out again.
        await Task.WhenAll(touches[true].Select(touch => ApplyAsync(touch, cancellationToken)));
    }

    /// <summary>
    /// After a conflict the row in Active may tell of a change that was not made, in place of one that was: whoever looks for
    /// what is overdue shall look at once.
    /// </summary>
    public Task DoubtAsync(Decision.Changed change, DateTimeOffset now) =>
        Task.WhenAll(change.Touches.OfType<IndexTouch.Active>().Select(touch => indexes.ApplyAsync(
            touch with { Interaction = touch.Interaction with { CheckBy = now } }, CancellationToken.None)));

    /// <summary>What is closed may have been shown as somebody wanted to write it who was not the first.</summary>
    public Task ShowHistoryAsync(Interaction? closed, CancellationToken cancellationToken) =>
        closed is null ? Task.CompletedTask : indexes.ApplyAsync(new IndexTouch.History(closed), cancellationToken);

    /// <summary>
    /// After a change that was announced and not made, and will not be: what the indexes showed of it is shown as it is. Of who waits,
    /// whoever looks there finds out. What is not open is doubted and not removed: somebody may be about to open it.
    /// </summary>
    public async Task ShowAgainAsync(Decision.Changed announced, Conversation there, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await DoubtAsync(announced, now);
        foreach (var id in announced.Touches.OfType<IndexTouch.Active>().Select(touch => touch.Interaction.Id)
            .Concat(announced.Touches.OfType<IndexTouch.Inbox>().Select(touch => touch.Interaction.Id))
            .Concat(announced.Touches.OfType<IndexTouch.Reserves>().Select(touch => touch.Interaction.Id))
            .Concat(announced.Touches.OfType<IndexTouch.Counts>().Select(touch => touch.Id))
            .Distinct())
        {
            if (there.Find(id) is not { } open)
                continue;
            await ApplyAsync(new IndexTouch.Active(open, there.Version), cancellationToken);
            if (open.Holder is not { } agent)
                continue;
            await ApplyAsync(new IndexTouch.Inbox(agent, open, there.Version), cancellationToken);
            await ApplyAsync(new IndexTouch.Counts(agent, id, there.Version, open.TakesUpRoom()), cancellationToken);
        }
    }

    /// <summary>
    /// What stays behind when this fails is a hint too many, which whoever meets it removes; or an agent who could have more and is not
    /// seen, whom the router then looks at.
    /// </summary>
    public async Task TidyAsync(Decision.Changed change, IReadOnlyList<DeskMove> moves)
    {
        foreach (var reserved in change.Touches.OfType<IndexTouch.Reserves>())
            desks.Bells.Ring(reserved.Agent);
        try
        {
            await Task.WhenAll(
            [
                .. change.Touches.Where(touch => touch.IsRemoval).Select(touch => ApplyAsync(touch, CancellationToken.None)),
                TidyQueuesAsync(change, moves),
            ]);
        }
        catch (Exception fault)
        {
            logger.HintsLeftBehind(fault);
            await HaveSeenAsync(moves);
        }
    }

    private async Task TellAsync(Wake wake, Actor by, CancellationToken cancellationToken)
    {
        try
        {
            await wakes.SendAsync(wake, cancellationToken);
        }
        catch (BusUnavailableException fault) when (by.Kind is ActorKind.Timer or ActorKind.System)
        {
            logger.LeftToTheSweep(fault);
        }
    }

    private async Task HaveSeenAsync(IReadOnlyList<DeskMove> moves)
    {
        try
        {
            foreach (var move in moves)
                await wakes.SendAsync(new Wake.Serve(move.After.Desk.Agent, null, move.After.Desk.Version), CancellationToken.None);
        }
        catch (BusUnavailableException fault)
        {
            logger.HintsLeftBehind(fault);
        }
    }

    private Task ApplyAsync(IndexTouch touch, CancellationToken cancellationToken) => touch switch
    {
        // Reserved before anything is announced; who waits no longer goes together with where the agent stands.
        IndexTouch.Reserves or IndexTouch.NoLongerWaiting => Task.CompletedTask,
        IndexTouch.Waiting waiting => queues.ShowAsync(waiting, cancellationToken),
        IndexTouch.Inbox inbox => desks.ShowAsync(inbox, cancellationToken),
        IndexTouch.Counts counts => reservations.CountAsync(counts, cancellationToken),
        IndexTouch.Frees frees => reservations.FreeAsync(frees, cancellationToken),
        _ => indexes.ApplyAsync(touch, cancellationToken),
    };

    private async Task TidyQueuesAsync(Decision.Changed change, IReadOnlyList<DeskMove> moves)
    {
        var gone = change.Touches.OfType<IndexTouch.NoLongerWaiting>().Select(touch => touch.Place).ToLookup(place => place.Queue);
        var asked = change.Touches.OfType<IndexTouch.Reserves>().ToDictionary(touch => touch.Agent, touch => touch.Interaction.Queue);
        foreach (var queue in gone.Select(places => places.Key).Union(asked.Values))
        {
            var move = moves.FirstOrDefault(each => asked.GetValueOrDefault(each.After.Desk.Agent) == queue);
            await queues.MoveAsync(queue, gone[queue], move, CancellationToken.None);
        }
    }
}
