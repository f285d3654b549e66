namespace Interactions.Simulator.Calls;

/// <summary>What runs on its own; somebody may wait until nothing does.</summary>
internal sealed class Underway(CancellationToken stopping)
{
    private readonly Lock _gate = new();
    private int _count;
    private TaskCompletionSource _quiet = Done();

    public CancellationToken Stopping => stopping;

    public Task QuietAsync()
    {
        lock (_gate)
            return _quiet.Task;
    }

    public Task RunAsync(Func<CancellationToken, Task> work) => RunAsync(async token =>
    {
        await work(token);
        return true;
    });

    /// <summary>It counts from now until it ends, and goes on if nobody waits for it.</summary>
    public Task<T> RunAsync<T>(Func<CancellationToken, Task<T>> work)
    {
        lock (_gate)
        {
            if (_count++ == 0)
                _quiet = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        }

        return Task.Run(async () =>
        {
            try
            {
                return await work(stopping);
            }
            finally
            {
                lock (_gate)
                {
                    if (--_count == 0)
                        _quiet.SetResult();
                }
            }
        });
    }

    private static TaskCompletionSource Done()
    {
        var done = new TaskCompletionSource();
        done.SetResult();
        return done;
    }
}
