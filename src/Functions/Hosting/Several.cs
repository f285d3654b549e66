namespace Interactions.Functions.Hosting;

/// <summary>
/// Waits for several answers at once. No threads of its own: whoever asks runs it, and a simulation that runs everything in an order of
/// its own runs this too.
/// </summary>
internal static class Several
{
    /// <summary>What goes wrong with one ends the others; what had begun is waited for.</summary>
    public static async Task ForEachAsync<T>(
        IEnumerable<T> source, int atOnce, Func<T, CancellationToken, Task> act, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        using var stopping = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        using var next = new Next<T>(source);
        await Task.WhenAll(Enumerable.Range(0, atOnce).Select(_ => WorkAsync()));

        async Task WorkAsync()
        {
            while (next.TryTake(out var item))
            {
                stopping.Token.ThrowIfCancellationRequested();
                try
                {
                    await act(item, stopping.Token);
                }
                catch
                {
                    Stop(stopping);
                    throw;
                }
            }
        }
    }

    /// <summary>Begins what nobody who asks for it shall run or end, because others wait for the same.</summary>
    public static async Task<T> BeginAsync<T>(Func<Task<T>> act)
    {
        await Task.Yield();
        return await act();
    }

    public static async Task BeginAsync(Func<Task> act)
    {
        await Task.Yield();
        await act();
    }

    private static void Stop(CancellationTokenSource stopping) => stopping.Cancel();

    private sealed class Next<T>(IEnumerable<T> source) : IDisposable
    {
        private readonly Lock _gate = new();
        private readonly IEnumerator<T> _items = source.GetEnumerator();

        public bool TryTake(out T item)
        {
            lock (_gate)
            {
                var isThere = _items.MoveNext();
                item = isThere ? _items.Current : default!;
                return isThere;
            }
        }

        public void Dispose() => _items.Dispose();
    }
}
