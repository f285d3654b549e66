namespace Interactions.Functions.Tests.Driver;

/// <summary>A clock on which time passes faster, for all who go by it alike.</summary>
internal sealed class FastClock(int times) : TimeProvider
{
    private readonly DateTimeOffset _start = System.GetUtcNow();
    private readonly long _startedAt = System.GetTimestamp();

    public override long TimestampFrequency => System.TimestampFrequency / times;

    public override long GetTimestamp() => System.GetTimestamp();

    public override DateTimeOffset GetUtcNow() => _start + (System.GetElapsedTime(_startedAt) * times);

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        new FastTimer(this, System.CreateTimer(callback, state, Shorter(dueTime), Shorter(period)));

    private TimeSpan Shorter(TimeSpan time) => time > TimeSpan.Zero ? time / times : time;

    private sealed class FastTimer(FastClock clock, ITimer timer) : ITimer
    {
        public bool Change(TimeSpan dueTime, TimeSpan period) => timer.Change(clock.Shorter(dueTime), clock.Shorter(period));

        public void Dispose() => timer.Dispose();

        public ValueTask DisposeAsync() => timer.DisposeAsync();
    }
}
