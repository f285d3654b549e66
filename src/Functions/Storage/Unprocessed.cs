using System.Runtime.CompilerServices;
using Azure.Data.Tables;
using Interactions.Domain.Values;
using Interactions.Functions.Storage.Json;

namespace Interactions.Functions.Storage;

/// <summary>What came in and could not be worked, so that nothing acknowledged is lost.</summary>
internal sealed class Unprocessed(TableServiceClient storage)
{
    private readonly Table _table = new(storage, TableNames.Unprocessed);

    /// <summary>The same message again takes the place of the first.</summary>
    public Task PutAsync(UnprocessedMessage message, CancellationToken cancellationToken) =>
        _table.PutAsync(JsonRow.Of(Keys.Unprocessed(message.Sid), message, StorageJson.Types.UnprocessedMessage), cancellationToken);

    public async Task<UnprocessedMessage?> FindAsync(MessageSid sid, CancellationToken cancellationToken) =>
        await _table.FindAsync(Keys.Unprocessed(sid), cancellationToken) is { } row ? Read(row) : null;

    public Task RemoveAsync(MessageSid sid, CancellationToken cancellationToken) =>
        _table.RemoveAsync(Keys.Unprocessed(sid), cancellationToken);

    public Task<int> CountAsync(int most, CancellationToken cancellationToken) => _table.CountAsync(most, cancellationToken);

    public async Task<Listing<UnprocessedMessage>> ListAsync(int limit, Cursor? cursor, CancellationToken cancellationToken)
    {
        var found = new List<UnprocessedMessage>();
        foreach (var range in Keys.UnprocessedAfter(cursor))
        {
            var part = await _table.ListAsync(range, limit - found.Count, Read, cancellationToken);
            found.AddRange(part.Items);
            if (found.Count == limit)
                return new(found, Cursor.Parse(found[^1].Sid.Value));
        }

        return new(found, null);
    }

    /// <summary>False where it is not there any more.</summary>
    public async Task<bool> ReplaceAsync(UnprocessedMessage message, CancellationToken cancellationToken) =>
        await _table.FindAsync(Keys.Unprocessed(message.Sid), cancellationToken) is { } there
        && await _table.ReplaceAsync(JsonRow.Of(Keys.Unprocessed(message.Sid), message, StorageJson.Types.UnprocessedMessage), there.ETag, cancellationToken);

    /// <summary>All of which that is so. By nothing but its SID is one found without looking through them all.</summary>
    public async IAsyncEnumerable<UnprocessedMessage> WhereAsync(
        Func<UnprocessedMessage, bool> isMeant, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var range in Keys.UnprocessedAfter(cursor: null))
        {
            await foreach (var row in _table.FindAsync(range, cancellationToken: cancellationToken))
            {
                if (Read(row) is var message && isMeant(message))
                    yield return message;
            }
        }
    }

    private static UnprocessedMessage Read(TableEntity row) => JsonRow.Read(row, StorageJson.Types.UnprocessedMessage);
}
