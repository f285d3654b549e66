using Azure.Data.Tables;

namespace Interactions.Functions.Storage.Configuration;

/// <summary>The rows of the table <c>Config</c>.</summary>
internal sealed class ConfigStore(TableServiceClient storage)
{
    private const string Json = "Json";

    private readonly Table _table = new(storage, TableNames.Config);

    public async Task<IReadOnlyList<ConfigRow>> ReadAsync(CancellationToken cancellationToken)
    {
        var rows = await Task.WhenAll(ConfigKind.All.Select(kind => ReadAsync(kind, cancellationToken)));
        return [.. rows.SelectMany(each => each)];
    }

    /// <summary>Leaves what is there as it is.</summary>
    public Task AddIfMissingAsync(ConfigRow row, CancellationToken cancellationToken) => _table.AddAsync(EntityOf(row), cancellationToken);

    public Task PutAsync(ConfigRow row, CancellationToken cancellationToken) => _table.PutAsync(EntityOf(row), cancellationToken);

    private async Task<List<ConfigRow>> ReadAsync(string kind, CancellationToken cancellationToken)
    {
        var rows = new List<ConfigRow>();
        await foreach (var row in _table.FindAsync(Keys.Configured(kind), cancellationToken: cancellationToken))
            rows.Add(new(kind, row.RowKey, TextOf(row)));
        return rows;
    }

    private static TableEntity EntityOf(ConfigRow row)
    {
        var key = Keys.Configured(row.Kind, row.Id);
        return new(key.Partition, key.Row) { [Json] = row.Json };
    }

    // Whatever else somebody put there by hand is as broken as text that is not JSON.
    private static string TextOf(TableEntity row) => row.TryGetValue(Json, out var text) ? text as string ?? "" : "";
}
