using Azure;
using Azure.Data.Tables;

namespace Interactions.Functions.Storage.Configuration;

/// <summary>The rows of the table <c>Config</c>.</summary>
internal sealed class ConfigStore(TableServiceClient storage)
{
    private readonly Table _table = new(storage, TableNames.Config);

    public async Task<IReadOnlyList<ConfigRow>> ReadAsync(CancellationToken cancellationToken) =>
        [.. (await ReadAllAsync(cancellationToken)).Select(stored => stored.Row).OfType<ConfigRow>()];

    /// <summary>Also what was removed.</summary>
    public async Task<IReadOnlyList<StoredConfig>> ReadAllAsync(CancellationToken cancellationToken)
    {
        var rows = await Task.WhenAll(ConfigKind.All.Select(kind => ReadAsync(kind, cancellationToken)));
        return [.. rows.SelectMany(each => each)];
    }

    public async Task<StoredConfig?> FindAsync(string kind, string id, CancellationToken cancellationToken) =>
        await _table.FindAsync(Keys.Configured(kind, id), cancellationToken) is { } row && ConfigRows.Read(row) is { Row: not null } stored
            ? stored
            : null;

    /// <summary>In the order of their ids.</summary>
    public async Task<Listing<StoredConfig>> ListAsync(string kind, int limit, Cursor? cursor, CancellationToken cancellationToken)
    {
        var found = new List<StoredConfig>();
        var range = Keys.Configured(kind);
        await foreach (var row in _table.FindAsync(range with { After = cursor?.Value ?? range.After }, cancellationToken: cancellationToken))
        {
            if (ConfigRows.Read(row) is not { Row: not null } stored)
                continue;
            if (found.Count == limit)
                return new(found, Cursor.Parse(found[^1].Id));
            found.Add(stored);
        }

        return new(found, null);
    }

    /// <summary>Leaves what is there, or was removed, as it is.</summary>
    public Task AddIfMissingAsync(ConfigRow row, CancellationToken cancellationToken) =>
        _table.AddAsync(ConfigRows.Of(StoredConfig.First(row)), cancellationToken);

    /// <summary>Writes the row whatever is there.</summary>
    public Task PutAsync(ConfigRow row, CancellationToken cancellationToken) =>
        _table.PutAsync(ConfigRows.Of(StoredConfig.First(row)), cancellationToken);

    /// <summary>Puts one in the place of the other; null where that is not as it was read.</summary>
    public async Task<StoredConfig?> ReplaceAsync(StoredConfig? before, StoredConfig after, CancellationToken cancellationToken)
    {
        var batch = new Batch();
        if (before is null)
            batch.Add(ConfigRows.Of(after));
        else
            batch.Replace(ConfigRows.Of(after), before.ETag);
        return await _table.SubmitAsync(batch, cancellationToken) is Submission.Written written ? after with { ETag = written.ETags[0] } : null;
    }

    private async Task<List<StoredConfig>> ReadAsync(string kind, CancellationToken cancellationToken)
    {
        var rows = new List<StoredConfig>();
        await foreach (var row in _table.FindAsync(Keys.Configured(kind), cancellationToken: cancellationToken))
            rows.Add(ConfigRows.Read(row));
        return rows;
    }
}
