using Azure.Data.Tables;

namespace Interactions.Functions.Storage;

/// <summary>
/// With which body a request came first, where that decides in whose partition it is carried out: there, another one would not be seen.
/// </summary>
internal sealed class RequestBodies(TableServiceClient storage)
{
    private const string Body = "Body";

    private readonly Table _table = new(storage, TableNames.Requests);

    /// <summary>Whether this is the body that came first. What was only noted, and never carried out, may still be.</summary>
    public async Task<bool> IsFirstOrSameAsync(string name, string body, CancellationToken cancellationToken)
    {
        var key = Keys.RequestBody(name);
        if (await _table.AddAsync(new TableEntity(key.Partition, key.Row) { [Body] = body }, cancellationToken))
            return true;
        return (await _table.FindAsync(key, cancellationToken))?.GetString(Body) == body;
    }
}
