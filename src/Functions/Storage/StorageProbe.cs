using Azure.Data.Tables;

namespace Interactions.Functions.Storage;

/// <summary>Asks storage for a row; returns when it answered, throws when it did not or when the tables are not there.</summary>
internal sealed class StorageProbe(TableServiceClient storage)
{
    public async Task AskAsync(CancellationToken cancellationToken)
    {
        // A look-up of one row cannot tell a missing row from a missing table; a query can.
        var rows = storage.GetTableClient(TableNames.Config).QueryAsync<TableEntity>(maxPerPage: 1, cancellationToken: cancellationToken);
        await foreach (var _ in rows.AsPages())
            return;
    }
}
