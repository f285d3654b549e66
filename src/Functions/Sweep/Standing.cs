using Interactions.Domain.Interactions;
using Interactions.Domain.Values;
using Interactions.Functions.Hosting;

namespace Interactions.Functions.Sweep;

/// <summary>How many wait in which queue, and since when.</summary>
internal sealed class Standing
{
    private readonly Dictionary<QueueId, (int Count, DateTimeOffset Oldest)> _queues = [];

    public void Add(WaitingPlace place)
    {
        var (count, oldest) = _queues.GetValueOrDefault(place.Queue, (0, place.Since));
        _queues[place.Queue] = (count + 1, place.Since < oldest ? place.Since : oldest);
    }

    /// <summary>Says it of all of them: that nobody waits any more has to be said too.</summary>
    public void Tell(IEnumerable<QueueId> configured, DateTimeOffset now)
    {
        foreach (var queue in configured.Union(_queues.Keys))
        {
            var (count, oldest) = _queues.GetValueOrDefault(queue, (0, now));
            var tag = new KeyValuePair<string, object?>("queue", queue.Value);
            Metrics.Waiting.Record(count, tag);
            Metrics.OldestWait.Record(Math.Max(0, (now - oldest).TotalSeconds), tag);
        }
    }
}
