using Azure.Data.Tables;
using Interactions.Functions.Storage;
using Interactions.Functions.Tests.Driver;

namespace Interactions.Functions.Tests.Storage;

/// <summary>The product's tables on the shared emulator. Every test works with customers of its own.</summary>
internal static class SharedTables
{
    private static readonly Lazy<Task<string>> Created = new(CreateAsync);

    public static async Task<TableServiceClient> OpenAsync() => new(await Created.Value);

    /// <summary>The same tables, behind a network that does what it is told.</summary>
    public static async Task<TableServiceClient> OpenBehindAsync(ScriptedNetwork network) => new(await Created.Value, network.Options);

    private static async Task<string> CreateAsync()
    {
        var azurite = await SharedAzurite.StartAsync();
        var storage = new TableServiceClient(azurite.ConnectionString);
        await Task.WhenAll(TableNames.All.Select(table => storage.CreateTableIfNotExistsAsync(table)));
        return azurite.ConnectionString;
    }
}
