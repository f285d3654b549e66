using System.Runtime.CompilerServices;
using Azure;
using Azure.Data.Tables;

namespace Interactions.Functions.Storage;

internal sealed partial class Table
{
    private const int LargestPage = 1000;

    public IAsyncEnumerable<TableEntity> FindAsync(KeyRange range, int? pageSize = null, CancellationToken cancellationToken = default) =>
        FindAsync(FilterOf(range), pageSize, cancellationToken);

    /// <summary>The rows of all partitions after this one, in order.</summary>
    public IAsyncEnumerable<TableEntity> ScanAsync(string afterPartition, int pageSize, CancellationToken cancellationToken) =>
        FindAsync(TableClient.CreateQueryFilter($"PartitionKey gt {afterPartition}"), Math.Min(pageSize, LargestPage), cancellationToken);

    /// <summary>The keys of a range, without what else is in the rows.</summary>
    public IAsyncEnumerable<TableEntity> FindKeysAsync(KeyRange range, CancellationToken cancellationToken) =>
        FindAsync(FilterOf(range), LargestPage, cancellationToken, ["RowKey"]);

    /// <summary>The first so many rows of a range, and where it goes on.</summary>
    public async Task<Listing<T>> ListAsync<T>(KeyRange range, int limit, Func<TableEntity, T> read, CancellationToken cancellationToken)
    {
        var items = new List<T>();
        var last = "";
        await foreach (var row in FindAsync(range, Math.Min(limit + 1, LargestPage), cancellationToken))
        {
            if (items.Count == limit)
                return new(items, Cursor.Parse(last));
            items.Add(read(row));
            last = row.RowKey;
        }

        return new(items, null);
    }

    /// <summary>How many rows there are, without counting further than asked.</summary>
    public async Task<int> CountAsync(int most, CancellationToken cancellationToken)
    {
        var count = 0;
        var pageSize = Math.Min(most, LargestPage);
        await using var pages = _rows.QueryAsync<TableEntity>(null, pageSize, ["RowKey"], cancellationToken)
            .AsPages().GetAsyncEnumerator(cancellationToken);
        while (count < most && await MoveAsync(pages, cancellationToken))
            count += pages.Current.Values.Count;
        return Math.Min(count, most);
    }

    private static string FilterOf(KeyRange range) => TableClient.CreateQueryFilter(
        $"PartitionKey eq {range.Partition} and RowKey gt {range.After} and RowKey lt {range.Before}");

    private async IAsyncEnumerable<TableEntity> FindAsync(
        string filter, int? pageSize, [EnumeratorCancellation] CancellationToken cancellationToken, IEnumerable<string>? columns = null)
    {
        await using var pages = _rows.QueryAsync<TableEntity>(filter, pageSize, columns, cancellationToken)
            .AsPages().GetAsyncEnumerator(cancellationToken);
        while (await MoveAsync(pages, cancellationToken))
        {
            foreach (var row in pages.Current.Values)
                yield return row;
        }
    }

    private static async ValueTask<bool> MoveAsync(IAsyncEnumerator<Page<TableEntity>> pages, CancellationToken cancellationToken)
    {
        try
        {
            return await pages.MoveNextAsync();
        }
        catch (Exception fault) when (IsUnavailable(fault, cancellationToken))
        {
            throw new StorageUnavailableException(fault);
        }
    }
}
