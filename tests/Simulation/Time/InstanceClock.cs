namespace Interactions.Simulation.Time;

/// <summary>The clock of one instance, which may go before or after the true one. Its alarms ring only while it lives.</summary>
internal sealed class InstanceClock(Schedule schedule, Course course, TimeSpan skew) : TimeProvider
{
    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;

    public override DateTimeOffset GetUtcNow() => schedule.Now + skew;

    public override long GetTimestamp() => (schedule.Elapsed + skew).Ticks;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new Alarm(course, callback, state);
        timer.Change(dueTime, period);
        return timer;
    }

    private sealed class Alarm(Course course, TimerCallback callback, object? state) : ITimer
    {
        private int _setting;
        private bool _isOff;

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            if (_isOff)
                return false;
            var setting = ++_setting;
            if (dueTime != Timeout.InfiniteTimeSpan)
                course.After(dueTime, () => Ring(setting, period));
            return true;
        }

        public void Dispose() => _isOff = true;

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }

        private void Ring(int setting, TimeSpan period)
        {
            if (_isOff || setting != _setting)
                return;
            if (period > TimeSpan.Zero)
                course.After(period, () => Ring(setting, period));
            callback(state);
        }
    }
}
