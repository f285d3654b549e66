using System.Runtime.CompilerServices;
using Azure.Data.Tables;
using Interactions.Domain.Desks;
using Interactions.Domain.Interactions;
using Interactions.Domain.Values;

namespace Interactions.Functions.Storage.Desks;

/// <summary>
/// The agents' desks. What an agent has and how much that is are changed together or not at all, so neither can be counted
/// without the other.
/// </summary>
internal sealed class DeskStore(TableServiceClient storage)
{
    private const int LargestPage = 1000;

    private readonly Table _table = new(storage, TableNames.Agents);

    /// <summary>Rung after each change that is made here.</summary>
    public DeskBells Bells { get; } = new();

    public async Task<StoredDesk> FindAsync(AgentId agent, CancellationToken cancellationToken) =>
        await _table.FindAsync(Keys.Desk(agent), cancellationToken) is { } row
            ? new(DeskRows.DeskIn(row), row.ETag)
            : new(Desk.Of(agent), null);

    public async Task<OpenDesk> OpenAsync(AgentId agent, CancellationToken cancellationToken)
    {
        var rows = new List<TableEntity>();
        await foreach (var row in _table.FindAsync(Keys.DeskAndAllOnIt(agent), cancellationToken: cancellationToken))
            rows.Add(row);
        return DeskRows.OpenIn(agent, rows);
    }

    /// <summary>All desks with everything on them, read page by page in one go.</summary>
    public async IAsyncEnumerable<OpenDesk> AllAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var rows = new List<TableEntity>();
        await foreach (var row in _table.ScanAsync(afterPartition: "", LargestPage, cancellationToken))
        {
            if (rows.Count > 0 && rows[0].PartitionKey != row.PartitionKey)
            {
                yield return DeskRows.OpenIn(AgentId.Parse(rows[0].PartitionKey), rows);
                rows.Clear();
            }

            rows.Add(row);
        }

        if (rows.Count > 0)
            yield return DeskRows.OpenIn(AgentId.Parse(rows[0].PartitionKey), rows);
    }

    /// <summary>Changes a desk with nothing coming or going; null where it is not as it was read.</summary>
    public Task<StoredDesk?> ReplaceAsync(StoredDesk before, Desk after, CancellationToken cancellationToken) =>
        SubmitAsync(Begin(before, after), after, cancellationToken);

    /// <summary>Puts something on a desk; null where either is not as it was read.</summary>
    /// <param name="there">What the desk has of it already; null where that is nothing.</param>
    public Task<StoredDesk?> TakeAsync(
        StoredDesk before, Desk after, IndexTouch.Reserves reserved, DeskItem? there, CancellationToken cancellationToken)
    {
        var batch = Begin(before, after);
        if (there is null)
            batch.Add(DeskRows.Of(reserved));
        else
            batch.Replace(DeskRows.Of(reserved, there), there.ETag);
        return SubmitAsync(batch, after, cancellationToken);
    }

    /// <summary>Takes something off a desk; null where either is not as it was read.</summary>
    public Task<StoredDesk?> ClearAsync(StoredDesk before, Desk after, DeskItem item, CancellationToken cancellationToken)
    {
        var batch = Begin(before, after);
        var key = Keys.OnDesk(after.Agent, item.Id);
        batch.Remove(new TableEntity(key.Partition, key.Row) { ETag = item.ETag });
        return SubmitAsync(batch, after, cancellationToken);
    }

    /// <summary>Notes whether something on a desk takes up room; null where either is not as it was read.</summary>
    public Task<StoredDesk?> RecountAsync(StoredDesk before, Desk after, DeskItem item, bool takesUpRoom, CancellationToken cancellationToken)
    {
        var batch = Begin(before, after);
        batch.Merge(DeskRows.Of(after.Agent, item, takesUpRoom), item.ETag);
        return SubmitAsync(batch, after, cancellationToken);
    }

    /// <summary>Shows how something on a desk looks now, if it is there.</summary>
    public async Task ShowAsync(IndexTouch.Inbox shown, CancellationToken cancellationToken)
    {
        await _table.MergeAsync(DeskRows.Of(shown), cancellationToken);
        Bells.Ring(shown.Agent);
    }

    /// <summary>The same, where it is as it was read.</summary>
    public async Task<bool> ShowAsync(IndexTouch.Inbox shown, DeskItem there, CancellationToken cancellationToken)
    {
        var isShown = await _table.MergeAsync(DeskRows.Of(shown), there.ETag, cancellationToken);
        Bells.Ring(shown.Agent);
        return isShown;
    }

    private static Batch Begin(StoredDesk before, Desk after)
    {
        var batch = new Batch();
        if (before.ETag is { } read)
            batch.Replace(DeskRows.Of(after), read);
        else
            batch.Add(DeskRows.Of(after));
        return batch;
    }

    private async Task<StoredDesk?> SubmitAsync(Batch batch, Desk after, CancellationToken cancellationToken)
    {
        if (await _table.SubmitAsync(batch, cancellationToken) is not Submission.Written written)
            return null;
        Bells.Ring(after.Agent);
        return new(after, written.ETags[0]);
    }
}
