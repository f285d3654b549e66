using Azure.Data.Tables;
using Azure.Messaging.ServiceBus;
using Azure.Messaging.ServiceBus.Broker;
using Interactions.Domain.Policies;
using Interactions.Functions.Health;
using Interactions.Functions.Storage;
using Interactions.Functions.Storage.Configuration;
using Interactions.Functions.Tests.Driver;
using Interactions.Memory;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Interactions.Functions.Tests.Memory;

/// <summary>Instances of the whole app on the same tables in memory and the same bus, which go by the same clock.</summary>
internal sealed class MemoryApps : IAsyncDisposable
{
    private readonly DevelopmentBroker _broker;
    private readonly RunningApp[] _apps;

    private MemoryApps(DevelopmentBroker broker, MemoryTables tables, RunningApp[] apps) => (_broker, Tables, _apps) = (broker, tables, apps);

    public MemoryTables Tables { get; }

    public RunningApp First => _apps[0];

    public IReadOnlyList<RunningApp> All => _apps;

    /// <param name="calls">Counts what is sent to storage, except for reading the configuration, and to the bus.</param>
    public static async Task<MemoryApps> StartAsync(
        IReadOnlyCollection<ConfigRow> rows, int instances = 1, bool routes = false, MemoryTables? tables = null, TimeProvider? clock = null, Calls? calls = null,
        IReadOnlyDictionary<string, string?>? more = null)
    {
        clock ??= TimeProvider.System;
        tables ??= calls is null ? new(clock: clock) : new(WatchedStorage.Way(calls), clock);
        foreach (var name in TableNames.All)
            await tables.CreateTableIfNotExistsAsync(name);
        foreach (var row in rows)
            await ConfigureAsync(tables, row);

        var settings = AppSettings.Default with { More = more ?? new Dictionary<string, string?>() };
        var broker = DevelopmentBroker.Declare(settings.Bus, QueueFile.Read(Path.Combine(AppContext.BaseDirectory, QueueFile.Name)), clock);
        var apps = new RunningApp[instances];
        for (var place = 0; place < instances; place++)
        {
            apps[place] = await RunningApp.StartAsync(settings, services => Change(services, tables, clock, settings, calls), routes);
            await IsPreparedAsync(apps[place]);
        }

        return new(broker, tables, apps);
    }

    public async Task<Policy> PolicyAsync() => await First.Services.GetRequiredService<PolicySource>().CurrentAsync(CancellationToken.None);

    public async ValueTask DisposeAsync()
    {
        foreach (var app in _apps)
            await app.DisposeAsync();
        _broker.Dispose();
    }

    // What a developer finds at first is written in the background, after which everybody reads anew: not in the midst of a test.
    private static async Task IsPreparedAsync(RunningApp app) => Assert.True(await Eventually.Is(
        () => Task.FromResult(app.Services.GetRequiredService<Preparation>().IsDone), isDone => isDone));

    // As it would be written by hand: a queue of ten thousand is more than a property takes, which nobody checks here.
    private static async Task ConfigureAsync(MemoryTables tables, ConfigRow row)
    {
        var key = Keys.Configured(row.Kind, row.Id);
        await tables.GetTableClient(TableNames.Config).UpsertEntityAsync(new TableEntity(key.Partition, key.Row) { ["Json"] = row.Json });
    }

    private static void Change(IServiceCollection services, MemoryTables tables, TimeProvider clock, AppSettings settings, Calls? calls)
    {
        services.Replace(ServiceDescriptor.Singleton<TableServiceClient>(tables));
        services.Replace(ServiceDescriptor.Singleton(clock));
        if (calls is not null)
            services.Replace(ServiceDescriptor.Singleton<ServiceBusClient>(_ => new WatchedBus(new ServiceBusClient(settings.Bus), calls)));
    }
}
