using System.Globalization;
using Azure;
using Azure.Data.Tables;

namespace Interactions.Memory;

/// <summary>The rows of a table, in the order of their keys.</summary>
internal sealed class MemoryRows(TimeProvider clock)
{
    public const int LargestPage = 1000;

    private const int MostActions = 100;

    // After every key that there can be.
    private static readonly MemoryRow End = MemoryRow.At("\uffff\uffff", "");

    private readonly Lock _gate = new();
    private readonly SortedSet<MemoryRow> _rows = new(Comparer<MemoryRow>.Create(static (one, other) =>
        string.CompareOrdinal(one.PartitionKey, other.PartitionKey) is var order && order != 0
            ? order
            : string.CompareOrdinal(one.RowKey, other.RowKey)));

    private long _writes;

    /// <summary>Told of each write that was done, in the moment it is.</summary>
    public Action<IReadOnlyList<MemoryChange>>? Written { get; set; }

    /// <summary>All there is, in order.</summary>
    public IReadOnlyList<MemoryRow> All
    {
        get
        {
            lock (_gate)
                return [.. _rows];
        }
    }

    public MemoryRow? Find(string partitionKey, string rowKey)
    {
        lock (_gate)
            return _rows.TryGetValue(MemoryRow.At(partitionKey, rowKey), out var row) ? row : null;
    }

    /// <summary>A page from a mark on, as the rows are now, and the mark of the next.</summary>
    public (IReadOnlyList<MemoryRow> Rows, string? Next) Read(MemoryFilter filter, string? mark, int most)
    {
        var start = mark?.Split('\n') is [var partition, var row] ? MemoryRow.At(partition, row) : filter.Start;
        var found = new List<MemoryRow>();
        lock (_gate)
        {
            foreach (var each in _rows.GetViewBetween(start, End))
            {
                if (filter.IsPast(each))
                    break;
                if (!filter.Includes(each))
                    continue;
                if (found.Count == most)
                    return (found, $"{each.PartitionKey}\n{each.RowKey}");
                found.Add(each);
            }
        }

        return (found, null);
    }

    /// <summary>All of it, or nothing: what each row is afterwards, null where it is gone.</summary>
    public IReadOnlyList<MemoryRow?> Write(IReadOnlyList<TableTransactionAction> actions)
    {
        if (actions.Count > MostActions)
            throw MemoryFaults.At(0, 400, "InvalidInput");
        lock (_gate)
        {
            var seen = new HashSet<string>(StringComparer.Ordinal);
            var changes = actions.Select((action, position) => Change(action, position, isFirst: seen.Add(action.Entity.RowKey))).ToList();
            foreach (var (before, after) in changes)
            {
                if (before is not null)
                    _rows.Remove(before);
                if (after is not null)
                    _rows.Add(after);
            }

            Written?.Invoke(changes);

            return [.. changes.Select(change => change.After)];
        }
    }

    private MemoryChange Change(TableTransactionAction action, int position, bool isFirst)
    {
        var entity = action.Entity;
        _rows.TryGetValue(MemoryRow.At(entity.PartitionKey, entity.RowKey), out var before);
        var needsRow = action.ActionType is TableTransactionActionType.Delete
            or TableTransactionActionType.UpdateMerge or TableTransactionActionType.UpdateReplace;
        if (!isFirst)
            throw MemoryFaults.At(position, 400, "InvalidDuplicateRow");
        if (action.ActionType is TableTransactionActionType.Add && before is not null)
            throw MemoryFaults.At(position, 409, "EntityAlreadyExists");
        if (needsRow && before is null)
            throw MemoryFaults.At(position, 404, MemoryFaults.RowMissing);
        if (needsRow && action.ETag != default && action.ETag != ETag.All && action.ETag != before!.ETag)
            throw MemoryFaults.At(position, 412, "UpdateConditionNotSatisfied");
        return new(before, action.ActionType is TableTransactionActionType.Delete ? null : Row(action, before));
    }

    private static void Keep(Dictionary<string, object> known, Dictionary<string, object> values)
    {
        foreach (var (name, value) in known)
            values.TryAdd(name, value);
    }

    private MemoryRow Row(TableTransactionAction action, MemoryRow? before)
    {
        var values = MemoryRow.ValuesOf(action.Entity);
        if (action.ActionType is TableTransactionActionType.UpdateMerge or TableTransactionActionType.UpsertMerge && before is not null)
            Keep(before.Values, values);

        var eTag = new ETag(string.Create(CultureInfo.InvariantCulture, $"W/\"{++_writes}\""));
        return new(action.Entity.PartitionKey, action.Entity.RowKey, values, eTag, clock.GetUtcNow());
    }
}

/// <summary>What a row was and is; null where it was or is not there.</summary>
internal sealed record MemoryChange(MemoryRow? Before, MemoryRow? After);
