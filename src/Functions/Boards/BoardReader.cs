using System.Collections.Concurrent;
using Interactions.Domain.Values;
using Interactions.Functions.Hosting;
using Interactions.Functions.Storage.Configuration;
using Interactions.Functions.Storage.Desks;
using Interactions.Functions.Storage.Queues;

namespace Interactions.Functions.Boards;

/// <summary>
/// Makes the picture of all queues: who waits from the keys of each queue, everything else from one walk over all desks. No
/// conversation is read, so it is right but for what is being changed in this moment.
/// </summary>
internal sealed class BoardReader(QueueStore queues, DeskStore desks, PolicySource policies, TimeProvider clock)
{
    private const int QueuesAtOnce = 8;

    public async Task<Board> ReadAsync(CancellationToken cancellationToken)
    {
        var policy = await policies.CurrentAsync(cancellationToken);
        var counting = CountAsync(policy.Queues.Keys, cancellationToken);
        var staff = new Staff(policy, clock.GetUtcNow());
        await foreach (var desk in desks.AllAsync(cancellationToken))
            staff.Add(desk);
        var waiting = await counting;
        return new(
            clock.GetUtcNow(),
            [.. waiting.OrderBy(each => each.Key.Value, StringComparer.Ordinal).Select(each => staff.CountsOf(each.Key, each.Value))],
            staff.Desks);
    }

    private async Task<IReadOnlyDictionary<QueueId, WaitingCount>> CountAsync(IEnumerable<QueueId> ids, CancellationToken cancellationToken)
    {
        var counts = new ConcurrentDictionary<QueueId, WaitingCount>();
        await Several.ForEachAsync(ids, QueuesAtOnce, async (id, limit) => counts[id] = await queues.CountAsync(id, limit), cancellationToken);
        return counts;
    }
}
