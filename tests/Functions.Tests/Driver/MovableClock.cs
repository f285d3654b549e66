namespace Interactions.Functions.Tests.Driver;

/// <summary>A clock that stands still until it is moved, and rings each timer at its own moment.</summary>
internal sealed class MovableClock : TimeProvider
{
    private readonly Lock _gate = new();
    private readonly PriorityQueue<(Alarm Alarm, long Setting), (long At, long Order)> _armed = new();
    private long _now = new DateTimeOffset(2031, 5, 6, 7, 8, 9, TimeSpan.Zero).Ticks;
    private long _order;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override long GetTimestamp() => Volatile.Read(ref _now);

    public override DateTimeOffset GetUtcNow() => new(Volatile.Read(ref _now), TimeSpan.Zero);

    public void Pass(TimeSpan time)
    {
        var until = GetTimestamp() + time.Ticks;
        while (NextUntil(until) is { } alarm)
            alarm.Ring();
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var alarm = new Alarm(this, () => callback(state));
        alarm.Change(dueTime, period);
        return alarm;
    }

    private Alarm? NextUntil(long until)
    {
        lock (_gate)
        {
            while (_armed.TryPeek(out var next, out var due) && due.At <= until)
            {
                _armed.Dequeue();
                if (next.Setting != next.Alarm.Setting)
                    continue;
                Volatile.Write(ref _now, Math.Max(_now, due.At));
                return next.Alarm;
            }

            Volatile.Write(ref _now, Math.Max(_now, until));
            return null;
        }
    }

    private sealed class Alarm(MovableClock clock, Action ring) : ITimer
    {
        private TimeSpan _period = Timeout.InfiniteTimeSpan;

        /// <summary>Counts the settings: only the last one rings.</summary>
        public long Setting { get; private set; }

        public void Ring()
        {
            if (_period > TimeSpan.Zero)
                Change(_period, _period);
            ring();
        }

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            lock (clock._gate)
            {
                Setting++;
                _period = period;
                if (dueTime != Timeout.InfiniteTimeSpan)
                    clock._armed.Enqueue((this, Setting), (clock._now + dueTime.Ticks, clock._order++));
                return true;
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
