namespace Azure.Data.Tables.Wire;

/// <summary>Where the next page starts: the service's two marks, with a space between.</summary>
internal static class Continuation
{
    public static string? From(Response response)
    {
        var hasPartition = response.Headers.TryGetValue("x-ms-continuation-NextPartitionKey", out var partition);
        var hasRow = response.Headers.TryGetValue("x-ms-continuation-NextRowKey", out var row);
        return hasPartition || hasRow ? $"{partition} {row}" : null;
    }

    public static (string? PartitionKey, string? RowKey) Parse(string? token)
    {
        if (string.IsNullOrWhiteSpace(token))
            return default;

        var space = token.IndexOf(' ', StringComparison.Ordinal);
        return space < 0 ? (token, null) : (token[..space], space == token.Length - 1 ? null : token[(space + 1)..]);
    }
}
