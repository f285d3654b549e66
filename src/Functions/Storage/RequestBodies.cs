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
        // Mixed with the name, which the client chose and nobody stores: from a hash of a body alone a number could be guessed that is in it.
        var (key, mixed) = (Keys.RequestBody(name), Keys.RequestBody($"{name} {body}").Row);
        if (await _table.AddAsync(new TableEntity(key.Partition, key.Row) { [Body] = mixed }, cancellationToken))
            return true;
        return (await _table.FindAsync(key, cancellationToken))?.GetString(Body) == mixed;
    }
}
