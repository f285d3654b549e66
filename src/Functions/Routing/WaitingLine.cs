using System.Runtime.CompilerServices;
using Interactions.Domain.Interactions;
using Interactions.Domain.Routing;
using Interactions.Domain.Values;
using Interactions.Functions.Storage;
using Interactions.Functions.Storage.Queues;

namespace Interactions.Functions.Routing;

/// <summary>Those who wait in one queue for one type of room, looked through once from the first on.</summary>
internal sealed class WaitingLine(InteractionType type, IAsyncEnumerable<WaiterRow> source) : IAsyncDisposable
{
    private readonly IAsyncEnumerator<WaiterRow> _source = source.GetAsyncEnumerator();
    private bool _isOver;

    public InteractionType Type => type;

    /// <summary>Where it stands.</summary>
    public WaiterRow? First { get; private set; }

    /// <summary>All lines of a queue, from one look; who waits further behind is read when somebody gets there.</summary>
    public static async Task<IEnumerable<WaitingLine>> OfAsync(QueueStore queues, QueueId queue, CancellationToken cancellationToken)
    {
        var (rows, isAll) = await queues.FirstWaitersAsync(queue, cancellationToken);
        return Enum.GetValues<InteractionType>().Select(type => new WaitingLine(type, ReadAsync(type, cancellationToken)));

        async IAsyncEnumerable<WaiterRow> ReadAsync(InteractionType type, [EnumeratorCancellation] CancellationToken cancellationToken)
        {
            Waiter? last = null;
            foreach (var row in rows.Where(row => row.Waiter.Type == type))
            {
                yield return row;
                last = row.Waiter;
            }

            if (isAll || Ends(type, rows))
                yield break;
            await foreach (var row in queues.WaitersAsync(queue, type, cancellationToken, behind: last))
                yield return row;
        }
    }

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

    // One type comes after the other: where the page has got to a later one, all of this are on it.
    private static bool Ends(InteractionType type, IReadOnlyList<WaiterRow> rows) => Keys.ComesBefore(type, rows[^1].Waiter.Type);
}
