using System.Runtime.CompilerServices;
using Azure;
using Azure.Data.Tables;

namespace Interactions.Functions.Storage;

/// <summary>A table whose limits are kept and whose faults have names: what is not expected is thrown, intact or as unavailable.</summary>
internal sealed class Table(TableServiceClient storage, string name)
{
    private const int LargestPage = 1000;

    private readonly TableClient _rows = storage.GetTableClient(name);

    public async Task<TableEntity?> FindAsync(Key key, CancellationToken cancellationToken)
    {
        try
        {
            var found = await _rows.GetEntityIfExistsAsync<TableEntity>(key.Partition, key.Row, cancellationToken: cancellationToken);
            if (found.HasValue)
                return found.Value;
            return StorageFaults.IsMissingTable(found.GetRawResponse()) ? throw new StorageUnavailableException() : null;
        }
        catch (Exception fault) when (IsUnavailable(fault, cancellationToken))
        {
            throw new StorageUnavailableException(fault);
        }
    }

    public async IAsyncEnumerable<TableEntity> FindAsync(
        KeyRange range, int? pageSize = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var filter = TableClient.CreateQueryFilter(
            $"PartitionKey eq {range.Partition} and RowKey gt {range.After} and RowKey lt {range.Before}");
        await using var pages = _rows.QueryAsync<TableEntity>(filter, pageSize, cancellationToken: cancellationToken)
            .AsPages().GetAsyncEnumerator(cancellationToken);
        while (await MoveAsync(pages, cancellationToken))
        {
            foreach (var row in pages.Current.Values)
                yield return row;
        }
    }

    /// <summary>The first so many rows of a range, and where it goes on.</summary>
    public async Task<Listing<T>> ListAsync<T>(KeyRange range, int limit, Func<TableEntity, T> read, CancellationToken cancellationToken)
    {
        var items = new List<T>();
        var last = "";
        await foreach (var row in FindAsync(range, Math.Min(limit + 1, LargestPage), cancellationToken))
        {
            if (items.Count == limit)
                return new(items, Cursor.Parse(last));
            items.Add(read(row));
            last = row.RowKey;
        }

        return new(items, null);
    }

    /// <summary>The rows of every partition after this one, in order.</summary>
    public async IAsyncEnumerable<TableEntity> ScanAsync(
        string afterPartition, int pageSize, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var filter = TableClient.CreateQueryFilter($"PartitionKey gt {afterPartition}");
        await using var pages = _rows.QueryAsync<TableEntity>(filter, pageSize, cancellationToken: cancellationToken)
            .AsPages().GetAsyncEnumerator(cancellationToken);
        while (await MoveAsync(pages, cancellationToken))
        {
            foreach (var row in pages.Current.Values)
                yield return row;
        }
    }

    /// <summary>How many rows there are, without counting further than asked.</summary>
    public async Task<int> CountAsync(int most, CancellationToken cancellationToken)
    {
        var count = 0;
        await using var pages = _rows.QueryAsync<TableEntity>(select: ["RowKey"], maxPerPage: Math.Min(most, LargestPage), cancellationToken: cancellationToken)
            .AsPages().GetAsyncEnumerator(cancellationToken);
        while (count < most && await MoveAsync(pages, cancellationToken))
            count += pages.Current.Values.Count;
        return Math.Min(count, most);
    }

    /// <summary>False where there is such a row already.</summary>
    public Task<bool> AddAsync(TableEntity row, CancellationToken cancellationToken)
    {
        Limits.Check(row);
        return DoneAsync(_rows.AddEntityAsync(row, cancellationToken), StorageFault.Exists, cancellationToken);
    }

    /// <summary>False where the row is not as it was read.</summary>
    public Task<bool> ReplaceAsync(TableEntity row, ETag expected, CancellationToken cancellationToken)
    {
        Limits.Check(row);
        return DoneAsync(_rows.UpdateEntityAsync(row, expected, TableUpdateMode.Replace, cancellationToken), StorageFault.Changed, cancellationToken);
    }

    /// <summary>Writes the row whatever is there.</summary>
    public Task PutAsync(TableEntity row, CancellationToken cancellationToken)
    {
        Limits.Check(row);
        return DoneAsync(_rows.UpsertEntityAsync(row, TableUpdateMode.Replace, cancellationToken), null, cancellationToken);
    }

    /// <summary>Removes the row if it is there.</summary>
    public Task RemoveAsync(Key key, CancellationToken cancellationToken) =>
        DoneAsync(_rows.DeleteEntityAsync(key.Partition, key.Row, ETag.All, cancellationToken), null, cancellationToken);

    /// <summary>Removes the row as it was read; false where it is not like that any more.</summary>
    public Task<bool> RemoveAsync(TableEntity row, CancellationToken cancellationToken) =>
        DoneAsync(_rows.DeleteEntityAsync(row.PartitionKey, row.RowKey, row.ETag, cancellationToken), StorageFault.Changed, cancellationToken);

    /// <summary>Null where all was written; otherwise what refused it, and nothing was.</summary>
    public async Task<Refused?> SubmitAsync(Batch batch, CancellationToken cancellationToken)
    {
        try
        {
            await _rows.SubmitTransactionAsync(batch.Seal(), cancellationToken);
            return null;
        }
        catch (TableTransactionFailedException refused) when (StorageFaults.Of(refused, cancellationToken) is StorageFault.Exists or StorageFault.Changed)
        {
            return new Refused(refused.FailedTransactionActionIndex);
        }
        catch (Exception fault) when (IsUnavailable(fault, cancellationToken))
        {
            throw new StorageUnavailableException(fault);
        }
    }

    private static async Task<bool> DoneAsync(Task<Response> asked, StorageFault? expected, CancellationToken cancellationToken)
    {
        try
        {
            await asked;
            return true;
        }
        catch (Exception fault) when (expected is { } named && StorageFaults.Of(fault, cancellationToken) == named)
        {
            return false;
        }
        catch (Exception fault) when (IsUnavailable(fault, cancellationToken))
        {
            throw new StorageUnavailableException(fault);
        }
    }

    private static async ValueTask<bool> MoveAsync(IAsyncEnumerator<Page<TableEntity>> pages, CancellationToken cancellationToken)
    {
        try
        {
            return await pages.MoveNextAsync();
        }
        catch (Exception fault) when (IsUnavailable(fault, cancellationToken))
        {
            throw new StorageUnavailableException(fault);
        }
    }

    private static bool IsUnavailable(Exception fault, CancellationToken cancellationToken) =>
        StorageFaults.Of(fault, cancellationToken) is StorageFault.Unavailable;
}

/// <summary>A batch was refused because a row was there already or had changed.</summary>
/// <param name="Position">Of the row in the batch, where storage told.</param>
internal sealed record Refused(int? Position);
