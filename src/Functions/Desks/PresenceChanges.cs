using Interactions.Domain.Desks;
using Interactions.Domain.Interactions;
using Interactions.Domain.Values;
using Interactions.Functions.Commit;
using Interactions.Functions.Hosting;
using Interactions.Functions.Messaging;
using Interactions.Functions.Storage.Configuration;
using Interactions.Functions.Storage.Desks;

namespace Interactions.Functions.Desks;

/// <summary>
/// Notes on somebody's desk whether they take work, and has the router look at them. What they have stays with them, even if it is
/// more than they want to have.
/// </summary>
internal sealed class PresenceChanges(DeskStore desks, WakeSender wakes, PolicySource policies, TimeProvider clock)
{
    private const int MostAttempts = 16;

    // By then it is stored.
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(2);

    /// <summary>
    /// Said again, nothing changes, and the router looks again: it may not have been told the first time. Once begun it is carried
    /// through, whether or not somebody waits for the answer.
    /// </summary>
    public async Task<StoredDesk> ApplyAsync(AgentId agent, PresenceChange change)
    {
        using var limit = new CancellationTokenSource(Patience.Limit, clock);
        var stored = await StoreAsync(agent, change, limit.Token);
        await wakes.SendAsync(new Wake.Serve(agent, null, stored.Desk.Version), limit.Token);
        return stored;
    }

    private async Task<StoredDesk> StoreAsync(AgentId agent, PresenceChange change, CancellationToken cancellationToken)
    {
        var policy = await policies.CurrentAsync(cancellationToken);
        var isAnnounced = false;
        for (var attempt = 1; attempt <= MostAttempts; attempt++)
        {
            var before = await desks.FindAsync(agent, cancellationToken);
            var after = before.Desk.Is(change.Status, clock.GetUtcNow());
            if (change.SpeaksOfCapacity)
                after = after.Can(change.Capacity?.In(before.Desk.CapacityBy(policy)));
            if (ReferenceEquals(before.Desk, after))
                return before;
            if (after.Presence == Presence.Ready && !isAnnounced)
            {
                await AnnounceAsync(after, cancellationToken);
                isAnnounced = true;
            }

            if (await desks.ReplaceAsync(before, after, cancellationToken) is { } stored)
                return stored;
            await Task.Delay(Jitter.Before(attempt, clock), clock, cancellationToken);
        }

        throw new ContendedException();
    }

    // Whoever reads that they are ready shall get work, whatever happens next. Whoever wants none needs nobody to be told first.
    private Task AnnounceAsync(Desk desk, CancellationToken cancellationToken) =>
        wakes.SendAtAsync(new Wake.Serve(desk.Agent, null, desk.Version), clock.GetUtcNow() + Soon, attempt: 0, cancellationToken);
}
