using System.Collections.Concurrent;
using Azure;
using Azure.Data.Tables;
using Azure.Data.Tables.Models;

namespace Interactions.Memory;

/// <summary>
/// Table Storage in this process, for what takes too long on the emulator: a hundred thousand rows, a thousand rounds. A test
/// holds it against the emulator.
/// </summary>
internal sealed class MemoryTables : TableServiceClient
{
    private readonly ConcurrentDictionary<string, MemoryRows> _tables;
    private readonly MemoryNetwork _network;
    private readonly TimeProvider _clock;

    /// <param name="network">What each call passes; nothing by default.</param>
    public MemoryTables(MemoryNetwork? network = null, TimeProvider? clock = null)
        : this(new(StringComparer.OrdinalIgnoreCase), network ?? (static (_, call, _) => call()), clock ?? TimeProvider.System)
    {
    }

    private MemoryTables(ConcurrentDictionary<string, MemoryRows> tables, MemoryNetwork network, TimeProvider clock) =>
        (_tables, _network, _clock) = (tables, network, clock);

    /// <summary>The same tables, by another way.</summary>
    public MemoryTables By(MemoryNetwork network) => new(_tables, network, _clock);

    /// <summary>What is in a table at this moment, without any way between.</summary>
    public MemoryRows Rows(string tableName) => _tables[tableName];

    public override TableClient GetTableClient(string tableName) => new MemoryTable(tableName, _network, () => _tables.GetValueOrDefault(tableName));

    public override Task<Response<TableItem>> CreateTableIfNotExistsAsync(string tableName, CancellationToken cancellationToken = default)
    {
        _tables.GetOrAdd(tableName, _ => new MemoryRows(_clock));
        return Task.FromResult(Response.FromValue(new TableItem(tableName), new MemoryResponse(204)));
    }

    public override Task<Response<TableItem>> CreateTableAsync(string tableName, CancellationToken cancellationToken = default) =>
        _tables.TryAdd(tableName, new MemoryRows(_clock))
            ? Task.FromResult(Response.FromValue(new TableItem(tableName), new MemoryResponse(204)))
            : throw MemoryFaults.TableExists();

    public override Task<Response> DeleteTableAsync(string tableName, CancellationToken cancellationToken = default) =>
        Task.FromResult<Response>(new MemoryResponse(_tables.TryRemove(tableName, out _) ? 204 : 404));
}

/// <summary>The way to the tables: may count a call, take its time, fail before or after it. Whoever asks may stop waiting.</summary>
internal delegate ValueTask MemoryNetwork(string name, Func<ValueTask> call, CancellationToken cancellationToken);
