using Azure.Data.Tables;

namespace Interactions.Functions.Storage;

/// <summary>Asks storage something small; returns when it answered, throws when it did not.</summary>
internal sealed class StorageProbe(TableServiceClient storage)
{
    public Task AskAsync(CancellationToken cancellationToken) =>
        storage.GetTableClient(TableNames.Config).GetEntityIfExistsAsync<TableEntity>("ready", "ready", cancellationToken: cancellationToken);
}
