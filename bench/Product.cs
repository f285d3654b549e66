using Azure.Data.Tables;
using Interactions.Functions.Hosting;
using Interactions.Functions.Storage;
using Interactions.Functions.Storage.Configuration;
using Interactions.Memory;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Interactions.Bench;

/// <summary>Everything the product consists of, put together as it is deployed, but neither listening nor running by the clock.</summary>
internal sealed class Product : IDisposable
{
    private readonly IHost _host;

    private Product(IHost host) => _host = host;

    public static IEnumerable<KeyValuePair<string, string?>> Settings =>
    [
        new("AzureWebJobsStorage", "UseDevelopmentStorage=true"),
        new("ServiceBus", $"Endpoint=sb://{Guid.NewGuid():N};SharedAccessKeyName=Root;SharedAccessKey=secret;UseDevelopmentEmulator=true"),
        new("RoutingQueue", "routing"),
        new("OutboundQueue", "outbound"),
        new("TimeoutsQueue", "timeouts"),
        new("Interactions:PublicBaseUrl", SignedForm.BaseUrl),
        new("Twilio:AccountSid", SignedForm.Account),
        new("Twilio:AuthToken", SignedForm.AuthToken),
    ];

    public static Product On(TableServiceClient tables)
    {
        var builder = FunctionsApplication.CreateBuilder([]);
        builder.Configuration.AddInMemoryCollection(Settings);
        builder.Logging.ClearProviders();
        builder.ConfigureFunctionsWebApplication();
        builder.AddInteractions();
        builder.Services.Replace(ServiceDescriptor.Singleton(tables));
        return new(builder.Build());
    }

    /// <summary>Tables in memory in which a line, its queue and the queue's agents are configured.</summary>
    public static async Task<MemoryTables> TablesAsync(int agents = 1)
    {
        var tables = new MemoryTables();
        foreach (var name in TableNames.All)
            await tables.CreateTableIfNotExistsAsync(name);
        foreach (var row in Configuration.Of(agents, capacity: 1))
        {
            var key = Keys.Configured(row.Kind, row.Id);
            await tables.GetTableClient(TableNames.Config).UpsertEntityAsync(new TableEntity(key.Partition, key.Row) { ["Json"] = row.Json });
        }

        return tables;
    }

    public T The<T>()
        where T : notnull => _host.Services.GetRequiredService<T>();

    public void Dispose() => _host.Dispose();
}
