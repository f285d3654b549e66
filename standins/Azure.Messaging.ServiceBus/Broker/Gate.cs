namespace Azure.Messaging.ServiceBus.Broker;

/// <summary>
/// One at a time through a queue. Whoever enters first finds what has fallen due until now already done; on the way out
/// the messages that became ready meet those who wait for them.
/// </summary>
internal sealed class Gate : IDisposable
{
    private readonly Lock _lock = new();
    private readonly Queue<Action<DateTimeOffset>> _onTheWayOut = new();
    private readonly TimeProvider _time;

    public Gate(TimeProvider time)
    {
        _time = time;
        Alarms = new Alarms(time, () => Enter(_ => Alarms!.Woke()));
    }

    public Alarms Alarms { get; }

    public void OnTheWayOut(Action<DateTimeOffset> work) => _onTheWayOut.Enqueue(work);

    public void Enter(Action<DateTimeOffset> work) => Enter(now =>
    {
        work(now);
        return true;
    });

    public T Enter<T>(Func<DateTimeOffset, T> work)
    {
        lock (_lock)
        {
            var now = _time.GetUtcNow();
            try
            {
                Alarms.RingDue(now);
                return work(now);
            }
            finally
            {
                while (_onTheWayOut.TryDequeue(out var rest)) rest(now);
                Alarms.Arm(now);
            }
        }
    }

    public void Dispose() => Alarms.Dispose();
}
