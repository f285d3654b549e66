using Interactions.Domain.Routing;
using Interactions.Functions.Storage.Queues;

namespace Interactions.Functions.Routing;

/// <summary>Those who wait in one queue, looked through once from the first on.</summary>
internal sealed class WaitingLine(IAsyncEnumerable<WaiterRow> source) : IAsyncDisposable
{
    private readonly IAsyncEnumerator<WaiterRow> _source = source.GetAsyncEnumerator();
    private bool _isOver;

    /// <summary>Where it stands.</summary>
    public WaiterRow? First { get; private set; }

    /// <summary>Goes on to the first who fits, and stays there until told.</summary>
    public async Task<WaiterRow?> SeekAsync(Func<Waiter, bool> fits)
    {
        while (!_isOver && (First is null || !fits(First.Waiter)))
        {
            _isOver = !await _source.MoveNextAsync();
            First = _isOver ? null : _source.Current;
        }

        return First;
    }

    public void Step() => First = null;

    public ValueTask DisposeAsync() => _source.DisposeAsync();
}
