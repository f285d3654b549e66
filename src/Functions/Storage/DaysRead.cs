using Azure.Data.Tables;

namespace Interactions.Functions.Storage;

/// <summary>The rows of several days, one day after the other; all are asked for at once.</summary>
internal sealed class DaysRead(IEnumerable<DateOnly> days, Func<DateOnly, IAsyncEnumerable<TableEntity>> rowsOf) : IAsyncDisposable
{
    private readonly List<(IAsyncEnumerator<TableEntity> Rows, Task<bool> First)> _begun = [.. days.Select(day => Begin(rowsOf(day)))];

    public async IAsyncEnumerable<TableEntity> ReadAsync()
    {
        foreach (var (rows, first) in _begun)
        {
            for (var isOne = await first; isOne; isOne = await rows.MoveNextAsync())
                yield return rows.Current;
        }
    }

    // None can be put away while it is still being asked for.
    public async ValueTask DisposeAsync()
    {
        foreach (var (rows, first) in _begun)
        {
            await ((Task)first).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            await rows.DisposeAsync();
        }
    }

    private static (IAsyncEnumerator<TableEntity> Rows, Task<bool> First) Begin(IAsyncEnumerable<TableEntity> rows)
    {
        var begun = rows.GetAsyncEnumerator();
        return (begun, begun.MoveNextAsync().AsTask());
    }
}
