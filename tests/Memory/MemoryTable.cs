using Azure;
using Azure.Data.Tables;

namespace Interactions.Memory;

/// <summary>A client of one table, which may not be there.</summary>
internal sealed class MemoryTable(string name, MemoryNetwork network, Func<MemoryRows?> find) : TableClient
{
    public override string Name => name;

    public override Task<Response> AddEntityAsync<T>(T entity, CancellationToken cancellationToken = default) =>
        WriteAsync("POST", new(TableTransactionActionType.Add, entity), cancellationToken);

    public override Task<Response> UpsertEntityAsync<T>(
        T entity, TableUpdateMode mode = TableUpdateMode.Merge, CancellationToken cancellationToken = default) =>
        mode is TableUpdateMode.Replace
            ? WriteAsync("PUT", new(TableTransactionActionType.UpsertReplace, entity), cancellationToken)
            : WriteAsync("PATCH", new(TableTransactionActionType.UpsertMerge, entity), cancellationToken);

    public override Task<Response> UpdateEntityAsync<T>(
        T entity, ETag ifMatch, TableUpdateMode mode = TableUpdateMode.Merge, CancellationToken cancellationToken = default) =>
        ifMatch == default ? throw new ArgumentException("An update needs an ETag; ETag.All for any.", nameof(ifMatch))
        : mode is TableUpdateMode.Replace ? WriteAsync("PUT", new(TableTransactionActionType.UpdateReplace, entity, ifMatch), cancellationToken)
        : WriteAsync("PATCH", new(TableTransactionActionType.UpdateMerge, entity, ifMatch), cancellationToken);

    public override async Task<Response> DeleteEntityAsync(
        string partitionKey, string rowKey, ETag ifMatch = default, CancellationToken cancellationToken = default)
    {
        try
        {
            return await WriteAsync("DELETE", new(TableTransactionActionType.Delete, new TableEntity(partitionKey, rowKey), ifMatch), cancellationToken);
        }
        catch (RequestFailedException missing) when (missing.ErrorCode == MemoryFaults.RowMissing)
        {
            return new MemoryResponse(404, missing.ErrorCode);
        }
    }

    public override Task<Response> DeleteEntityAsync(
        ITableEntity entity, ETag ifMatch = default, CancellationToken cancellationToken = default) =>
        DeleteEntityAsync(entity.PartitionKey, entity.RowKey, ifMatch, cancellationToken);

    public override async Task<Response<T>> GetEntityAsync<T>(
        string partitionKey, string rowKey, IEnumerable<string>? select = null, CancellationToken cancellationToken = default) =>
        await GetEntityIfExistsAsync<T>(partitionKey, rowKey, select, cancellationToken) is { HasValue: true } found
            ? Response.FromValue(found.Value!, found.GetRawResponse())
            : throw (find() is null ? MemoryFaults.NoTable() : MemoryFaults.NoRow());

    public override async Task<NullableResponse<T>> GetEntityIfExistsAsync<T>(
        string partitionKey, string rowKey, IEnumerable<string>? select = null, CancellationToken cancellationToken = default)
    {
        MemoryRow? row = null;
        var isMissing = false;
        await PassAsync("GET", () => (row, isMissing) = (find()?.Find(partitionKey, rowKey), find() is null), cancellationToken);
        return row is null
            ? new Absent<T>(new MemoryResponse(404, isMissing ? MemoryFaults.TableMissing : MemoryFaults.RowMissing))
            : Response.FromValue(row.As<T>(select), new MemoryResponse(200, eTag: row.ETag));
    }

    public override async Task<Response<IReadOnlyList<Response>>> SubmitTransactionAsync(
        IEnumerable<TableTransactionAction> transactionActions, CancellationToken cancellationToken = default)
    {
        var actions = transactionActions.ToList();
        if (actions.Count == 0)
            throw new InvalidOperationException("A transaction needs actions.");

        IReadOnlyList<Response> answers = [];
        try
        {
            await PassAsync("BATCH", () => answers = [.. (find() ?? throw MemoryFaults.At(0, 404, MemoryFaults.TableMissing)).Write(actions).Select(MemoryResponse.Written)], cancellationToken);
        }
        catch (RequestFailedException refused) when (refused.Data.Contains(MemoryFaults.Position))
        {
            throw new TableTransactionFailedException(refused);
        }

        return Response.FromValue(answers, new MemoryResponse(202));
    }

    public override AsyncPageable<T> QueryAsync<T>(
        string? filter = null, int? maxPerPage = null, IEnumerable<string>? select = null, CancellationToken cancellationToken = default)
    {
        var meant = MemoryFilter.Parse(filter);
        return new MemoryPages<T>(FetchAsync, maxPerPage, cancellationToken);

        async Task<Page<T>> FetchAsync(string? token, int? pageSize)
        {
            Page<T> page = null!;
            await PassAsync(
                "GET",
                () =>
                {
                    var (rows, next) = Rows().Read(meant, token, Math.Min(pageSize ?? MemoryRows.LargestPage, MemoryRows.LargestPage));
                    page = Page<T>.FromValues([.. rows.Select(row => row.As<T>(select))], next, new MemoryResponse(200));
                },
                cancellationToken);
            return page;
        }
    }

    private async Task<Response> WriteAsync(string method, TableTransactionAction action, CancellationToken cancellationToken)
    {
        Response answer = null!;
        await PassAsync(method, () => answer = MemoryResponse.Written(Rows().Write([action])[0]), cancellationToken);
        return answer;
    }

    private ValueTask PassAsync(string method, Action call, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return network($"{method} {name}", () =>
        {
            call();
            return ValueTask.CompletedTask;
        }, cancellationToken);
    }

    private MemoryRows Rows() => find() ?? throw MemoryFaults.NoTable();

    private sealed class Absent<T>(Response response) : NullableResponse<T>
    {
        public override bool HasValue => false;

        public override T Value => throw new InvalidOperationException("There is no such entity; ask HasValue first.");

        public override Response GetRawResponse() => response;
    }
}
