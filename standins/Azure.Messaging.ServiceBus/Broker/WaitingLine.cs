namespace Azure.Messaging.ServiceBus.Broker;

/// <summary>Those who wait for something, served in the order in which they came.</summary>
internal sealed class WaitingLine<T>(Gate gate)
    where T : class
{
    private readonly LinkedList<Waiter> _line = new();

    /// <summary>
    /// Serves at once what there is; otherwise when there is, or <paramref name="otherwise"/> when patience ends.
    /// Being in the line is the right to be answered, so nothing is ever taken for somebody who has left.
    /// </summary>
    public async Task<T> ServeAsync(
        Func<DateTimeOffset, T?> tryServe,
        TimeSpan patience,
        Action<TaskCompletionSource<T>> otherwise,
        CancellationToken cancellationToken)
    {
        if (cancellationToken.IsCancellationRequested) return await Task.FromCanceled<T>(cancellationToken);

        var waiter = new Waiter(tryServe);
        gate.Enter(now =>
        {
            if (_line.Count == 0 && tryServe(now) is { } served)
                waiter.SetResult(served);
            else if (patience <= TimeSpan.Zero)
                otherwise(waiter);
            else
                Join(waiter, now.PlusAtMost(patience), otherwise);
        });

        if (waiter.Task.IsCompleted) return await waiter.Task;
        using var cancellation = cancellationToken.UnsafeRegister(_ => gate.Enter(now =>
        {
            if (Leave(waiter)) waiter.SetCanceled(cancellationToken);
        }), null);
        return await waiter.Task;
    }

    public void ServeNext(DateTimeOffset now)
    {
        while (_line.First is { Value: var first } && TryServe(first, now)) Leave(first);
    }

    public void SendAway(Exception reason)
    {
        while (_line.First is { Value: var first })
        {
            Leave(first);
            first.SetException(reason);
        }
    }

    // What goes wrong in serving one who waits is his to hear of, not that of whoever brought the message.
    private static bool TryServe(Waiter waiter, DateTimeOffset now)
    {
        try
        {
            return waiter.TryServe(now) is { } served && waiter.TrySetResult(served);
        }
        catch (ServiceBusException refusal)
        {
            return waiter.TrySetException(refusal);
        }
    }

    private void Join(Waiter waiter, DateTimeOffset until, Action<TaskCompletionSource<T>> otherwise)
    {
        waiter.Place = _line.AddLast(waiter);
        waiter.PatienceEnds = gate.Alarms.Set(until, _ =>
        {
            Leave(waiter);
            otherwise(waiter);
        });
    }

    private bool Leave(Waiter waiter)
    {
        if (waiter.Place is not { } place) return false;
        _line.Remove(place);
        waiter.Place = null;
        gate.Alarms.Clear(waiter.PatienceEnds);
        return true;
    }

    private sealed class Waiter(Func<DateTimeOffset, T?> tryServe)
        : TaskCompletionSource<T>(TaskCreationOptions.RunContinuationsAsynchronously)
    {
        public Func<DateTimeOffset, T?> TryServe { get; } = tryServe;
        public LinkedListNode<Waiter>? Place { get; set; }
        public Alarm? PatienceEnds { get; set; }
    }
}
