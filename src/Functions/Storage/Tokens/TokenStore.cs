using Azure;
using Azure.Data.Tables;
using Interactions.Domain.Values;

namespace Interactions.Functions.Storage.Tokens;

/// <summary>
/// The rows of the table <c>Tokens</c>, of which each token has two: one that lists it with its agent and one that is looked up by
/// its hash. What can be looked up is listed: the list is written first and removed last, and a token is told to nobody
/// before its place in the list says that it is issued, which it does only if nobody revoked it meanwhile.
/// </summary>
internal sealed class TokenStore(TableServiceClient storage)
{
    private readonly Table _table = new(storage, TableNames.Tokens);

    public async Task<(Grant Grant, ETag ETag)?> FindAsync(string hash, CancellationToken cancellationToken) =>
        await _table.FindAsync(Keys.Token(hash), cancellationToken) is { } row ? (JsonRow.Read(row, StoredTokensJson.Default.Grant), row.ETag) : null;

    public async Task<Issuing> IssueAsync(StoredToken token, CancellationToken cancellationToken)
    {
        var (there, etag) = await ListedAsync(token, cancellationToken);
        if (there.Hash != token.Hash)
            return new Issuing.Taken(there);

        await _table.PutAsync(RowOf(token.Hash, new(token.Id, token.Agent, token.ExpiresAt, null)), cancellationToken);
        if (await _table.ReplaceAsync(RowOf(token with { IsIssued = true }), etag, cancellationToken))
            return new Issuing.Done();
        await _table.RemoveAsync(Keys.Token(token.Hash), cancellationToken);
        return new Issuing.Revoked();
    }

    /// <summary>False where there is no such token.</summary>
    public async Task<bool> RevokeAsync(AgentId agent, TokenId id, CancellationToken cancellationToken)
    {
        var key = Keys.ListedToken(agent, id);
        var isThere = false;

        // Whoever issues it at this moment changes its place in the list after it can be looked up: then it is removed once more.
        while (await _table.FindAsync(key, cancellationToken) is { } listed)
        {
            isThere = true;
            await _table.RemoveAsync(Keys.Token(Read(listed).Hash), cancellationToken);
            if (await _table.RemoveAsync(listed, cancellationToken))
                break;
        }

        return isThere;
    }

    public async Task<Listing<ListedToken>> ListAsync(AgentId agent, int limit, Cursor? cursor, CancellationToken cancellationToken)
    {
        var listed = await _table.ListAsync(Keys.TokensOf(agent, cursor), limit, Read, cancellationToken);
        var items = await Task.WhenAll(listed.Items.Select(async token =>
            new ListedToken(token, (await FindAsync(token.Hash, cancellationToken))?.Grant.LastUsedAt)));
        return new(items, listed.Cursor);
    }

    /// <summary>Does nothing where it is not as it was read: then somebody else said so, or it was revoked.</summary>
    public Task UsedAsync(string hash, Grant grant, ETag expected, CancellationToken cancellationToken) =>
        _table.ReplaceAsync(RowOf(hash, grant), expected, cancellationToken);

    // The token itself, or what has its id already.
    private async Task<(StoredToken Token, ETag ETag)> ListedAsync(StoredToken token, CancellationToken cancellationToken)
    {
        while (true)
        {
            var batch = new Batch();
            batch.Add(RowOf(token));
            if (await _table.SubmitAsync(batch, cancellationToken) is Submission.Written written)
                return (token, written.ETags[0]);
            if (await _table.FindAsync(Keys.ListedToken(token.Agent, token.Id), cancellationToken) is { } there)
                return (Read(there), there.ETag);
        }
    }

    private static TableEntity RowOf(StoredToken token) =>
        JsonRow.Of(Keys.ListedToken(token.Agent, token.Id), token, StoredTokensJson.Default.StoredToken);

    private static TableEntity RowOf(string hash, Grant grant) => JsonRow.Of(Keys.Token(hash), grant, StoredTokensJson.Default.Grant);

    private static StoredToken Read(TableEntity row) => JsonRow.Read(row, StoredTokensJson.Default.StoredToken);
}
