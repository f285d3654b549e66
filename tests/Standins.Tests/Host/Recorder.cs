using System.Collections.Concurrent;

namespace Interactions.Standins.Tests.Host;

/// <summary>What functions under test did, and a door that holds them until it is opened.</summary>
public sealed class Recorder
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(20);

    private readonly ConcurrentQueue<string> _seen = new();
    private int _running;
    private int _mostAtOnce;

    public TaskCompletionSource Door { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public IReadOnlyList<string> Seen => [.. _seen];

    public int Running => Volatile.Read(ref _running);

    public int MostAtOnce => Volatile.Read(ref _mostAtOnce);

    public void Note(string what) => _seen.Enqueue(what);

    /// <summary>Counts the caller as running until the door opens.</summary>
    public async Task PassDoorAsync(CancellationToken cancellationToken = default)
    {
        var running = Interlocked.Increment(ref _running);
        InterlockedMax(ref _mostAtOnce, running);
        try
        {
            await Door.Task.WaitAsync(cancellationToken);
        }
        finally
        {
            Interlocked.Decrement(ref _running);
        }
    }

    public static async Task UntilAsync(Func<bool> fits)
    {
        using var limit = new CancellationTokenSource(Limit);
        while (!fits())
            await Task.Delay(TimeSpan.FromMilliseconds(10), limit.Token);
    }

    private static void InterlockedMax(ref int target, int value)
    {
        for (var seen = Volatile.Read(ref target); value > seen; seen = Volatile.Read(ref target))
        {
            if (Interlocked.CompareExchange(ref target, value, seen) == seen)
                return;
        }
    }
}
