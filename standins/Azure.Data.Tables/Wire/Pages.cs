namespace Azure.Data.Tables.Wire;

/// <summary>A query's results, page by page; each page is fetched when it is reached.</summary>
internal sealed class Pages<T>(
    Func<string?, int?, CancellationToken, Task<Page<T>>> fetch, int? pageSize, CancellationToken cancellationToken)
    : AsyncPageable<T>(cancellationToken)
    where T : notnull
{
    public override async IAsyncEnumerable<Page<T>> AsPages(string? continuationToken = null, int? pageSizeHint = null)
    {
        do
        {
            var page = await fetch(continuationToken, pageSizeHint ?? pageSize, CancellationToken);
            yield return page;
            continuationToken = page.ContinuationToken;
        }
        while (continuationToken is not null);
    }
}
