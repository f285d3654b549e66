using System.Runtime.CompilerServices;
using Azure.Data.Tables;
using Interactions.Domain.Values;

namespace Interactions.Functions.Storage;

/// <summary>Interactions by when they were opened, as far as indexes tell: each once, some of them perhaps never opened.</summary>
internal sealed class Openings(TableServiceClient storage)
{
    private const int PageSize = 200;
    private const string OpenedAt = "OpenedAt";

    private readonly Table _active = new(storage, TableNames.Active);
    private readonly Table _closed = new(storage, TableNames.Closed);

    /// <summary>One that is open and one that was closed in turn, so that whoever stops early has seen some of both.</summary>
    public async IAsyncEnumerable<InteractionId> SinceAsync(
        DateTimeOffset since, DateTimeOffset until, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var seen = new HashSet<InteractionId>();
        await using var open = OpenAsync(since, cancellationToken).GetAsyncEnumerator(cancellationToken);
        await using var closed = ClosedAsync(since, until, cancellationToken).GetAsyncEnumerator(cancellationToken);
        var (isOneOpen, isOneClosed) = (true, true);
        while (isOneOpen || isOneClosed)
        {
            isOneOpen = isOneOpen && await open.MoveNextAsync();
            if (isOneOpen && seen.Add(open.Current))
                yield return open.Current;
            isOneClosed = isOneClosed && await closed.MoveNextAsync();
            if (isOneClosed && seen.Add(closed.Current))
                yield return closed.Current;
        }
    }

    private async IAsyncEnumerable<InteractionId> OpenAsync(
        DateTimeOffset since, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var shard in Keys.ActiveShards)
        {
            await foreach (var row in _active.FindAsync(Keys.AllActive(shard), PageSize, cancellationToken))
            {
                if (row.GetDateTimeOffset(OpenedAt) >= since)
                    yield return InteractionId.Parse(row.RowKey);
            }
        }
    }

    // The last days first. What was closed before that moment was opened before it, too.
    private async IAsyncEnumerable<InteractionId> ClosedAsync(
        DateTimeOffset since, DateTimeOffset until, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var (first, day) = (DateOnly.FromDateTime(since.UtcDateTime), DateOnly.FromDateTime(until.UtcDateTime));
        for (; day >= first; day = day.AddDays(-1))
        {
            await foreach (var row in _closed.FindAsync(Keys.ClosedOn(day), PageSize, cancellationToken))
            {
                if (row.GetDateTimeOffset(OpenedAt) >= since)
                    yield return IndexRows.IdIn(row);
            }
        }
    }
}
