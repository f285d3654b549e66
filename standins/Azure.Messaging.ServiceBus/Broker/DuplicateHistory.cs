namespace Azure.Messaging.ServiceBus.Broker;

/// <summary>The message ids a queue has seen within its window, counted from when they were sent.</summary>
internal sealed class DuplicateHistory(TimeSpan window)
{
    private readonly HashSet<string> _seen = new(StringComparer.Ordinal);
    private readonly Queue<(DateTimeOffset Until, string Id)> _oldestFirst = new();

    /// <summary>A duplicate does not prolong the window of its original.</summary>
    public bool HasSeen(string? id, DateTimeOffset now)
    {
        while (_oldestFirst.TryPeek(out var oldest) && oldest.Until <= now)
        {
            _oldestFirst.Dequeue();
            _seen.Remove(oldest.Id);
        }

        if (id is null) return false;
        if (!_seen.Add(id)) return true;
        _oldestFirst.Enqueue((now + window, id));
        return false;
    }
}
