using System.Runtime.CompilerServices;
using Azure;
using Azure.Data.Tables;
using Interactions.Domain.Interactions;
using Interactions.Domain.Routing;
using Interactions.Domain.Values;
using Interactions.Functions.Storage.Desks;
using Interactions.Functions.Storage.Json;

namespace Interactions.Functions.Storage.Queues;

/// <summary>
/// Who waits in each queue and who could take something out of it, both in the order of turns. The rows are hints: who waits is
/// known from the conversation, who is free from the desk.
/// </summary>
internal sealed class QueueStore(TableServiceClient storage)
{
    private const string DeskETag = "DeskETag";
    private const string Version = "Version";

    // Mostly the first is the one; whoever looks further looks far.
    private const int FirstPage = 50;
    private const int FurtherPages = 1000;

    private readonly Table _table = new(storage, TableNames.Queues);

    public Task ShowAsync(IndexTouch.Waiting waiting, CancellationToken cancellationToken) => _table.PutAsync(RowOf(waiting), cancellationToken);

    /// <summary>The same, where that place is not shown; false where it is.</summary>
    public Task<bool> AddAsync(IndexTouch.Waiting waiting, CancellationToken cancellationToken) => _table.AddAsync(RowOf(waiting), cancellationToken);

    private static TableEntity RowOf(IndexTouch.Waiting waiting)
    {
        var row = JsonRow.Of(Keys.Waiting(waiting.Place), Waiter.Of(waiting.Place, waiting.Interaction), StorageJson.Types.Waiter);
        row[Version] = waiting.Version;
        row[IndexRows.ChangedAt] = waiting.Interaction.ChangedAt;
        return row;
    }

    /// <summary>Everybody, those who wait for the same type of room one after another.</summary>
    public IAsyncEnumerable<WaiterRow> WaitersAsync(QueueId queue, CancellationToken cancellationToken) =>
        ReadAsync(Keys.Waiting(queue), WaiterIn, cancellationToken);

    /// <summary>Those who wait for room of one type, behind one of them or from the first on.</summary>
    public IAsyncEnumerable<WaiterRow> WaitersAsync(
        QueueId queue, InteractionType type, CancellationToken cancellationToken, Waiter? behind = null) =>
        behind is null
            ? ReadAsync(Keys.Waiting(queue, type), WaiterIn, cancellationToken)
            : _table.FindAsync(Keys.Waiting(queue, type) with { After = Keys.Waiting(behind.Place).Row }, FurtherPages, cancellationToken).Select(WaiterIn);

    /// <summary>The first of all types, and whether those are all.</summary>
    public async Task<(IReadOnlyList<WaiterRow> Rows, bool IsAll)> FirstWaitersAsync(QueueId queue, CancellationToken cancellationToken)
    {
        var first = await _table.ListAsync(Keys.Waiting(queue), FirstPage, WaiterIn, cancellationToken);
        return (first.Items, first.Cursor is null);
    }

    /// <summary>How many wait, and since when the first of them does, however urgent others are. Reads their keys alone.</summary>
    public async Task<WaitingCount> CountAsync(QueueId queue, CancellationToken cancellationToken)
    {
        var count = new WaitingCount(0, null, default);
        await foreach (var row in _table.FindKeysAsync(Keys.Waiting(queue), cancellationToken))
            count = count.With(Keys.WaitingSince(row.RowKey), Keys.WaitingFor(row.RowKey));
        return count;
    }

    /// <summary>Everybody who waits anywhere, and where somebody is shown as free: all there is, page by page in one go.</summary>
    public async IAsyncEnumerable<(WaiterRow? Waiter, FreeKey? Free)> AllAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var row in _table.ScanAsync(afterPartition: "", FurtherPages, cancellationToken))
            yield return Keys.IsWaiting(row.RowKey) ? (WaiterIn(row), null) : (null, new FreeKey(row.PartitionKey, row.RowKey));
    }

    public IAsyncEnumerable<FreeRow> FreeAsync(QueueId queue, InteractionType type, CancellationToken cancellationToken) =>
        ReadAsync(
            Keys.Free(queue, type),
            row => new FreeRow(new StoredDesk(DeskRows.DeskIn(row), new ETag(row.GetString(DeskETag))), row.RowKey, row.ETag),
            cancellationToken);

    /// <summary>Removes somebody who does not wait there any more; false where the row is gone, or tells of somebody else by now.</summary>
    public Task<bool> RemoveAsync(WaiterRow stale, CancellationToken cancellationToken)
    {
        var key = Keys.Waiting(stale.Waiter.Place);
        return _table.RemoveAsync(new TableEntity(key.Partition, key.Row) { ETag = stale.ETag }, cancellationToken);
    }

    /// <summary>Removes where somebody stood, unless they stand there again by now.</summary>
    public Task RemoveAsync(QueueId queue, FreeRow stale, CancellationToken cancellationToken) =>
        _table.RemoveAsync(new TableEntity(queue.Value, stale.RowKey) { ETag = stale.ETag }, cancellationToken);

    /// <summary>Shows at once that somebody waits no longer, and where an agent stands now.</summary>
    public async Task MoveAsync(QueueId queue, IEnumerable<WaitingPlace> gone, DeskMove? move, CancellationToken cancellationToken)
    {
        var shown = move?.To(queue).ToList() ?? [];
        var obsolete = gone.Select(Keys.Waiting).Concat(move?.From(queue) ?? []).Distinct()
            .Where(key => shown.TrueForAll(row => row.RowKey != key.Row)).ToList();
        if (obsolete.Count + shown.Count == 1 || !await TryMoveAsync(obsolete, shown, cancellationToken))
            await MoveSinglyAsync(obsolete, shown, cancellationToken);
    }

    private async Task<bool> TryMoveAsync(List<Key> obsolete, List<TableEntity> shown, CancellationToken cancellationToken)
    {
        if (obsolete.Count + shown.Count == 0)
            return true;
        var batch = new Batch();
        foreach (var row in shown)
            batch.Put(row);
        foreach (var key in obsolete)
            batch.Remove(key);
        return await _table.SubmitAsync(batch, cancellationToken) is Submission.Written;
    }

    // One of them was removed before: then each for itself.
    private async Task MoveSinglyAsync(List<Key> obsolete, List<TableEntity> shown, CancellationToken cancellationToken)
    {
        foreach (var row in shown)
            await _table.PutAsync(row, cancellationToken);
        foreach (var key in obsolete)
            await _table.RemoveAsync(key, cancellationToken);
    }

    private static WaiterRow WaiterIn(TableEntity row) =>
        new(JsonRow.Read(row, StorageJson.Types.Waiter), row.GetInt64(Version) ?? 0, row.GetDateTimeOffset(IndexRows.ChangedAt), row.Timestamp, row.ETag);

    private async IAsyncEnumerable<T> ReadAsync<T>(
        KeyRange range, Func<TableEntity, T> read, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var first = await _table.ListAsync(range, FirstPage, row => row, cancellationToken);
        foreach (var row in first.Items)
            yield return read(row);
        if (first.Cursor is null)
            yield break;
        await foreach (var row in _table.FindAsync(range with { After = first.Items[^1].RowKey }, FurtherPages, cancellationToken))
            yield return read(row);
    }
}
