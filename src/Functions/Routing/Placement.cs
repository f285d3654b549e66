using System.Collections.Immutable;
using Interactions.Domain.Desks;
using Interactions.Domain.Policies;
using Interactions.Domain.Values;
using Interactions.Functions.Commit;
using Interactions.Functions.Storage.Desks;
using Interactions.Functions.Storage.Queues;

namespace Interactions.Functions.Routing;

/// <summary>Shows an agent in all their queues as free, where they stand; or in none.</summary>
internal sealed class Placement(DeskStore desks, QueueStore queues, TimeProvider clock)
{
    private const int MostAttempts = 16;

    public async Task ShowAsync(Candidate candidate, Policy policy, CancellationToken cancellationToken)
    {
        for (var attempt = 1; attempt <= MostAttempts; attempt++)
        {
            var before = candidate.Stored;
            var after = before.Desk with { Shown = EverywhereIn(policy, before.Desk) };
            if (before.Desk.Shown.IsEmpty && after.Shown.IsEmpty)
                return;

            var stored = after.Shown.SequenceEqual(before.Desk.Shown) ? before : await desks.ReplaceAsync(before, after, cancellationToken);
            if (stored is not null)
            {
                candidate.Stored = stored;
                await MoveAsync(new DeskMove(before.Desk, stored), cancellationToken);
                return;
            }

            await Task.Delay(Jitter.Before(attempt, clock), clock, cancellationToken);
            candidate.Stored = await desks.FindAsync(before.Desk.Agent, cancellationToken);
        }

        throw new ContendedException();
    }

    private static ImmutableSortedDictionary<string, Spot> EverywhereIn(Policy policy, Desk desk) => desk.IsFree(policy)
        ? policy.QueuesOf(desk.Agent).ToImmutableSortedDictionary(queue => queue.Value, _ => desk.SpotBy(policy))
        : ImmutableSortedDictionary<string, Spot>.Empty;

    // Also where they were shown before and are a member no longer; and again where the last one may not have come to it.
    private Task MoveAsync(DeskMove move, CancellationToken cancellationToken) => Task.WhenAll(
        move.Before.Shown.Keys.Union(move.After.Desk.Shown.Keys)
            .Select(queue => queues.MoveAsync(QueueId.Parse(queue), [], move, cancellationToken)));
}
