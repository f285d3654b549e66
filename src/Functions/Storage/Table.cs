using Azure;
using Azure.Data.Tables;

namespace Interactions.Functions.Storage;

/// <summary>A table whose limits are kept and whose faults have names: what is not expected is thrown, intact or as unavailable.</summary>
internal sealed partial class Table(TableServiceClient storage, string name)
{
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

    /// <summary>False where there is such a row already.</summary>
    public Task<bool> AddAsync(TableEntity row, CancellationToken cancellationToken)
    {
        Limits.Check(row);
        return DoneAsync(_rows.AddEntityAsync(row, cancellationToken), StorageFault.Exists, cancellationToken);
    }

    /// <summary>False where the row is not as it was read.</summary>
    public async Task<bool> ReplaceAsync(TableEntity row, ETag expected, CancellationToken cancellationToken) =>
        await ExchangeAsync(row, expected, cancellationToken) is not null;

    /// <summary>The same, and with what the row can be replaced next; null where it is not as it was read.</summary>
    public async Task<ETag?> ExchangeAsync(TableEntity row, ETag expected, CancellationToken cancellationToken)
    {
        Limits.Check(row);
        var asked = _rows.UpdateEntityAsync(row, expected, TableUpdateMode.Replace, cancellationToken);
        return await DoneAsync(asked, StorageFault.Changed, cancellationToken) ? (await asked).Headers.ETag ?? throw new InvalidDataException("A row was replaced and has no ETag.") : null;
    }

    /// <summary>Writes the row whatever is there.</summary>
    public Task PutAsync(TableEntity row, CancellationToken cancellationToken)
    {
        Limits.Check(row);
        return DoneAsync(_rows.UpsertEntityAsync(row, TableUpdateMode.Replace, cancellationToken), null, cancellationToken);
    }

    /// <summary>Sets some of a row's properties; does nothing where there is no such row.</summary>
    public Task MergeAsync(TableEntity row, CancellationToken cancellationToken) => MergeAsync(row, ETag.All, cancellationToken);

    /// <summary>The same; false where the row is not as it was read.</summary>
    public Task<bool> MergeAsync(TableEntity row, ETag expected, CancellationToken cancellationToken)
    {
        Limits.Check(row);
        return DoneAsync(_rows.UpdateEntityAsync(row, expected, TableUpdateMode.Merge, cancellationToken), StorageFault.Changed, cancellationToken);
    }

    /// <summary>Removes the row if it is there.</summary>
    public Task RemoveAsync(Key key, CancellationToken cancellationToken) =>
        DoneAsync(_rows.DeleteEntityAsync(key.Partition, key.Row, ETag.All, cancellationToken), null, cancellationToken);

    /// <summary>Removes the row as it was read; false where it is not like that any more.</summary>
    public Task<bool> RemoveAsync(TableEntity row, CancellationToken cancellationToken) =>
        DoneAsync(_rows.DeleteEntityAsync(row.PartitionKey, row.RowKey, row.ETag, cancellationToken), StorageFault.Changed, cancellationToken);

    /// <summary>All of it is written, or nothing.</summary>
    public async Task<Submission> SubmitAsync(Batch batch, CancellationToken cancellationToken)
    {
        try
        {
            var written = await _rows.SubmitTransactionAsync(batch.Seal(), cancellationToken);
            return new Submission.Written([.. written.Value.Select(part => part.Headers.ETag ?? ETag.All)]);
        }
        catch (TableTransactionFailedException refused)
            when (StorageFaults.Of(refused, cancellationToken) is StorageFault.Exists or StorageFault.Changed)
        {
            return new Submission.Refused(refused.FailedTransactionActionIndex);
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

    private static bool IsUnavailable(Exception fault, CancellationToken cancellationToken) =>
        StorageFaults.Of(fault, cancellationToken) is StorageFault.Unavailable;
}
