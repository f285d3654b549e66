using Azure.Data.Tables;
using Interactions.Emulator;

namespace Interactions.Standins.Tests.Tables;

/// <summary>One emulator for all tests of the table client; each test works in tables of its own.</summary>
public sealed class TablesEmulator : IAsyncLifetime
{
    private Azurite _azurite = null!;

    public string ConnectionString => _azurite.ConnectionString;

    public static string NewName() => $"t{Guid.NewGuid():N}";

    public async Task InitializeAsync() => _azurite = await Azurite.StartAsync();

    public async Task DisposeAsync() => await _azurite.DisposeAsync();

    public async Task<TableClient> NewTableAsync(TableClientOptions? options = null)
    {
        var table = new TableClient(ConnectionString, NewName(), options);
        await table.CreateAsync();
        return table;
    }
}

[CollectionDefinition(Name)]
public sealed class TablesEmulatorDefinition : ICollectionFixture<TablesEmulator>
{
    public const string Name = "Tables";
}
