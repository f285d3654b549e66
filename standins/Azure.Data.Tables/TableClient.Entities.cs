#nullable disable

using Azure.Core;
using Azure.Data.Tables.Pipeline;
using Azure.Data.Tables.Wire;

namespace Azure.Data.Tables;

public partial class TableClient
{
    public virtual async Task<Response> AddEntityAsync<T>(T entity, CancellationToken cancellationToken = default)
        where T : ITableEntity
    {
        RequireKeys(entity);
        var address = Address.Entities(_service.Root, Name);
        var message = _service.Message(RequestMethod.Post, address, Outcomes.WriteOnce, EntityWriter.Write(entity));
        message.Request.Headers.Add("Prefer", "return-no-content");
        return await _service.SendAsync(message, cancellationToken);
    }

    public virtual async Task<Response<T>> GetEntityAsync<T>(
        string partitionKey, string rowKey, IEnumerable<string> select = null, CancellationToken cancellationToken = default)
        where T : class, ITableEntity
    {
        var response = await LookUpAsync(partitionKey, rowKey, select, Outcomes.Read, cancellationToken);
        return Response.FromValue(EntityReader.Read<T>(response), response);
    }

    public virtual async Task<NullableResponse<T>> GetEntityIfExistsAsync<T>(
        string partitionKey, string rowKey, IEnumerable<string> select = null, CancellationToken cancellationToken = default)
        where T : class, ITableEntity
    {
        var response = await LookUpAsync(partitionKey, rowKey, select, Outcomes.ReadIfPresent, cancellationToken);
        return response.Status == 404
            ? new NoEntity<T>(response)
            : Response.FromValue(EntityReader.Read<T>(response), response);
    }

    public virtual async Task<Response> UpsertEntityAsync<T>(
        T entity, TableUpdateMode mode = TableUpdateMode.Merge, CancellationToken cancellationToken = default)
        where T : ITableEntity
    {
        RequireKeys(entity);
        return await WriteAsync(entity, ifMatch: null, mode, cancellationToken);
    }

    public virtual async Task<Response> UpdateEntityAsync<T>(
        T entity, ETag ifMatch, TableUpdateMode mode = TableUpdateMode.Merge, CancellationToken cancellationToken = default)
        where T : ITableEntity
    {
        RequireKeys(entity);
        if (ifMatch == default)
            throw new ArgumentException("An update needs an ETag; ETag.All for any.", nameof(ifMatch));

        return await WriteAsync(entity, ifMatch.ToString(), mode, cancellationToken);
    }

    public virtual async Task<Response> DeleteEntityAsync(
        string partitionKey, string rowKey, ETag ifMatch = default, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(partitionKey);
        ArgumentNullException.ThrowIfNull(rowKey);

        var condition = ifMatch == default ? "*" : ifMatch.ToString();
        var address = Address.Entity(_service.Root, Name, partitionKey, rowKey);
        var message = _service.Message(RequestMethod.Delete, address, Outcomes.Delete(condition));
        message.Request.Headers.Add("If-Match", condition);
        return await _service.SendAsync(message, cancellationToken);
    }

    public virtual async Task<Response> DeleteEntityAsync(
        ITableEntity entity, ETag ifMatch = default, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(entity);
        return await DeleteEntityAsync(entity.PartitionKey, entity.RowKey, ifMatch, cancellationToken);
    }

    private Task<Response> LookUpAsync(
        string partitionKey,
        string rowKey,
        IEnumerable<string> select,
        ResponseClassifier outcomes,
        CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(partitionKey);
        ArgumentNullException.ThrowIfNull(rowKey);

        var entity = Address.Entity(_service.Root, Name, partitionKey, rowKey);
        var address = select is null ? entity : new QueryString(entity).With("$select", select).ToString();
        return _service.SendAsync(_service.Message(RequestMethod.Get, address, outcomes), cancellation);
    }

    private Task<Response> WriteAsync(ITableEntity entity, string ifMatch, TableUpdateMode mode, CancellationToken cancellation)
    {
        var method = mode is TableUpdateMode.Replace ? RequestMethod.Put : RequestMethod.Patch;
        var address = Address.Entity(_service.Root, Name, entity.PartitionKey, entity.RowKey);
        var message = _service.Message(method, address, Outcomes.Write(ifMatch), EntityWriter.Write(entity));

        // Without the header the service inserts what is missing.
        if (ifMatch is not null)
            message.Request.Headers.Add("If-Match", ifMatch);

        return _service.SendAsync(message, cancellation);
    }

    private static void RequireKeys(ITableEntity entity)
    {
        ArgumentNullException.ThrowIfNull(entity);
        ArgumentNullException.ThrowIfNull(entity.PartitionKey, nameof(entity.PartitionKey));
        ArgumentNullException.ThrowIfNull(entity.RowKey, nameof(entity.RowKey));
    }
}
