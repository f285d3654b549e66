namespace Interactions.Standins.Tests.ServiceBus.Support;

/// <summary>A clock that stands still until it is moved, and then rings each timer at its own moment.</summary>
internal sealed class ManualTimeProvider : TimeProvider
{
    private readonly Lock _lock = new();
    private readonly HashSet<ManualTimer> _armed = [];
    private DateTimeOffset _now = new(2026, 1, 5, 12, 0, 0, TimeSpan.Zero);

    public DateTimeOffset Now => GetUtcNow();

    public override DateTimeOffset GetUtcNow()
    {
        lock (_lock) return _now;
    }

    public void Advance(TimeSpan by)
    {
        var target = Now + by;
        while (TakeNextUntil(target) is { } timer) timer.Ring();
        lock (_lock) _now = target;
    }

    public int ArmedTimers
    {
        get
        {
            lock (_lock) return _armed.Count;
        }
    }

    /// <summary>Moves the clock only, as on a machine whose timers are late.</summary>
    public void AdvanceBeforeTimers(TimeSpan by)
    {
        lock (_lock) _now += by;
    }

    /// <summary>Rings every timer now, as a machine does whose timers run ahead of its clock.</summary>
    public void RingEarly()
    {
        ManualTimer[] early;
        lock (_lock)
        {
            early = [.. _armed];
            _armed.Clear();
        }

        foreach (var timer in early) timer.Ring();
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new ManualTimer(this, () => callback(state));
        timer.Change(dueTime, period);
        return timer;
    }

    private ManualTimer? TakeNextUntil(DateTimeOffset target)
    {
        lock (_lock)
        {
            var next = _armed.Where(timer => timer.Due <= target).MinBy(timer => timer.Due);
            if (next is null) return null;
            _armed.Remove(next);
            if (next.Due > _now) _now = next.Due;
            return next;
        }
    }

    private sealed class ManualTimer(ManualTimeProvider time, Action ring) : ITimer
    {
        public DateTimeOffset Due { get; private set; }

        public Action Ring { get; } = ring;

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            lock (time._lock)
            {
                time._armed.Remove(this);
                if (dueTime == Timeout.InfiniteTimeSpan) return true;
                Due = time._now + dueTime;
                return time._armed.Add(this);
            }
        }

        public void Dispose() => Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
