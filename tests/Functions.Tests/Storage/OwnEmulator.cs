using Azure.Data.Tables;
using Interactions.Emulator;
using Interactions.Functions.Storage;

namespace Interactions.Functions.Tests.Storage;

/// <summary>For what all customers share: the numbers, and the list of what could not be worked.</summary>
public sealed class OwnEmulator : IAsyncLifetime
{
    private Azurite _azurite = null!;

    public string ConnectionString => _azurite.ConnectionString;

    public TableServiceClient Storage => new(ConnectionString);

    public async Task InitializeAsync()
    {
        _azurite = await Azurite.StartAsync();
        await Storage.CreateTableIfNotExistsAsync(TableNames.Numbers);
        await Storage.CreateTableIfNotExistsAsync(TableNames.Unprocessed);
    }

    public async Task ForgetNumbersAsync() =>
        await Storage.GetTableClient(TableNames.Numbers).DeleteEntityAsync(Keys.NumberLease.Partition, Keys.NumberLease.Row);

    public async Task DisposeAsync() => await _azurite.DisposeAsync();
}
