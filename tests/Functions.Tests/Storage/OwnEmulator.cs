using Azure.Data.Tables;
using Interactions.Emulator;
using Interactions.Functions.Storage;

namespace Interactions.Functions.Tests.Storage;

/// <summary>For what all customers share: the numbers, and the list of what could not be worked. It has no other tables.</summary>
public sealed class OwnEmulator : IAsyncLifetime
{
    private static readonly Lazy<Task<Azurite>> Started = new(StartAsync);

    private string _connectionString = "";

    internal TableServiceClient Storage => new(_connectionString);

    public async Task InitializeAsync() => _connectionString = (await Started.Value).ConnectionString;

    internal TableServiceClient Behind(ScriptedNetwork network) => new(_connectionString, network.Options);

    public async Task ForgetNumbersAsync() =>
        await Storage.GetTableClient(TableNames.Numbers).DeleteEntityAsync(Keys.NumberLease.Partition, Keys.NumberLease.Row);

    public Task DisposeAsync() => Task.CompletedTask;

    private static async Task<Azurite> StartAsync()
    {
        var azurite = await Azurite.StartAsync();
        var storage = new TableServiceClient(azurite.ConnectionString);
        await storage.CreateTableIfNotExistsAsync(TableNames.Numbers);
        await storage.CreateTableIfNotExistsAsync(TableNames.Unprocessed);
        return azurite;
    }
}
