#nullable disable

using Azure.Core;
using Azure.Data.Tables.Filters;
using Azure.Data.Tables.Pipeline;
using Azure.Data.Tables.Wire;

namespace Azure.Data.Tables;

public partial class TableClient
{
    public static string CreateQueryFilter(FormattableString filter) => QueryFilter.Create(filter);

    public virtual AsyncPageable<T> QueryAsync<T>(
        string filter = null,
        int? maxPerPage = null,
        IEnumerable<string> select = null,
        CancellationToken cancellationToken = default)
        where T : class, ITableEntity
    {
        return new Pages<T>(FetchAsync, maxPerPage, cancellationToken);

        async Task<Page<T>> FetchAsync(string token, int? pageSize, CancellationToken cancellation)
        {
            var (partitionKey, rowKey) = Continuation.Parse(token);
            var address = new QueryString($"{Address.Entities(_service.Root, Name)}()")
                .With("$filter", filter)
                .With("$select", select)
                .With("$top", pageSize)
                .With("NextPartitionKey", partitionKey)
                .With("NextRowKey", rowKey)
                .ToString();

            var message = _service.Message(RequestMethod.Get, address, Outcomes.Read);
            var response = await _service.SendAsync(message, cancellation);
            return Page<T>.FromValues(EntityReader.ReadPage<T>(response), Continuation.From(response), response);
        }
    }
}
