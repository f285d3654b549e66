namespace Azure.Messaging.ServiceBus.Broker;

/// <summary>Something that falls due at a moment.</summary>
internal sealed record Alarm(DateTimeOffset At, long Order, Action<DateTimeOffset> Ring);

/// <summary>
/// Everything that falls due in one queue, soonest first, behind one timer. Whoever calls holds the queue's gate.
/// </summary>
internal sealed class Alarms : IDisposable
{
    // Timers refuse very long waits. Waking once a day for nothing costs nothing.
    private static readonly TimeSpan LongestSleep = TimeSpan.FromDays(1);

    private readonly SortedSet<Alarm> _pending = new(Comparer<Alarm>.Create(static (a, b) =>
        a.At != b.At ? a.At.CompareTo(b.At) : a.Order.CompareTo(b.Order)));

    private readonly ITimer _timer;
    private DateTimeOffset _wakesAt = DateTimeOffset.MaxValue;
    private long _order;

    public Alarms(TimeProvider time, Action whenDue) =>
        _timer = time.CreateTimer(_ => whenDue(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);

    /// <summary>The timer has fired and is armed for nothing any more; by another clock than ours, so perhaps too early.</summary>
    public void Woke() => _wakesAt = DateTimeOffset.MaxValue;

    public Alarm? Set(DateTimeOffset at, Action<DateTimeOffset> ring)
    {
        if (at == DateTimeOffset.MaxValue) return null;
        var alarm = new Alarm(at, ++_order, ring);
        _pending.Add(alarm);
        return alarm;
    }

    public void Clear(Alarm? alarm)
    {
        if (alarm is not null) _pending.Remove(alarm);
    }

    public void RingDue(DateTimeOffset now)
    {
        while (_pending.Min is { } next && next.At <= now)
        {
            _pending.Remove(next);
            next.Ring(now);
        }
    }

    /// <summary>A timer set too early is left to fire for nothing: cheaper than moving it with every message.</summary>
    public void Arm(DateTimeOffset now)
    {
        if (_pending.Min is not { } next || next.At >= _wakesAt) return;

        var sleep = next.At - now;
        if (sleep > LongestSleep) sleep = LongestSleep;
        // Timers count whole milliseconds: rounded down, they would fire before the moment has come.
        var milliseconds = Math.Ceiling(sleep.TotalMilliseconds);
        _wakesAt = now + TimeSpan.FromMilliseconds(milliseconds);
        _timer.Change(TimeSpan.FromMilliseconds(milliseconds), Timeout.InfiniteTimeSpan);
    }

    public void Dispose() => _timer.Dispose();
}
