using Azure;
using Azure.Data.Tables;

namespace Interactions.Functions.Storage;

/// <summary>Rows of one partition that are written together or not at all. What storage would refuse is refused here.</summary>
internal sealed class Batch
{
    private readonly List<TableTransactionAction> _actions = [];

    public void Add(TableEntity row) => Include(new(TableTransactionActionType.Add, row));

    public void Replace(TableEntity row, ETag expected) => Include(new(TableTransactionActionType.UpdateReplace, row, expected));

    public void Merge(TableEntity row, ETag expected) => Include(new(TableTransactionActionType.UpdateMerge, row, expected));

    public void Put(TableEntity row) => Include(new(TableTransactionActionType.UpsertReplace, row));

    public void Remove(TableEntity row) => Include(new(TableTransactionActionType.Delete, new TableEntity(row.PartitionKey, row.RowKey), row.ETag));

    public void Remove(Key key) => Include(new(TableTransactionActionType.Delete, new TableEntity(key.Partition, key.Row), ETag.All));

    /// <summary>Everything, once it is known to fit.</summary>
    public IReadOnlyList<TableTransactionAction> Seal() =>
        Size(WireSize.AtMost) <= Limits.LargestBatch || Size(WireSize.Of) <= Limits.LargestBatch
            ? _actions
            : throw new StorageLimitException(StorageLimit.BatchSize);

    private long Size(Func<TableEntity, long> of) => _actions.Sum(action => of((TableEntity)action.Entity));

    private void Include(TableTransactionAction action)
    {
        var row = (TableEntity)action.Entity;
        Limits.Check(row);
        if (_actions.Count == Limits.MostRows)
            throw new StorageLimitException(StorageLimit.RowCount);
        if (_actions.Count > 0 && _actions[0].Entity.PartitionKey != row.PartitionKey)
            throw new StorageLimitException(StorageLimit.OnePartition);
        _actions.Add(action);
    }
}
