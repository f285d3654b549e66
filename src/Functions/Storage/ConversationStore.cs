using Azure;
using Azure.Data.Tables;
using Interactions.Domain.Interactions;
using Interactions.Domain.Values;
using Interactions.Functions.Storage.Json;

namespace Interactions.Functions.Storage;

/// <summary>Everything about a profile, in its partition. Changes are written by whoever decided them, and by nobody else.</summary>
internal sealed class ConversationStore(TableServiceClient storage)
{
    private readonly Table _table = new(storage, TableNames.Conversations);

    /// <summary>A profile nobody heard of is an empty conversation without an ETag.</summary>
    public async Task<StoredConversation> LoadAsync(ProfileId id, CancellationToken cancellationToken) =>
        await _table.FindAsync(Keys.Head(id), cancellationToken) is { } head
            ? new(JsonRow.Read(head, StorageJson.Types.Conversation), head.ETag)
            : new(Conversation.Of(id), null);

    /// <summary>
    /// Stores a change whole or not at all. The marker goes first: of several reasons to refuse, storage tells the first, and
    /// that it was done before is the one to know.
    /// </summary>
    /// <param name="entry">The entry that the change needed, as it was read.</param>
    /// <param name="name">Of the request that brought it about, where it has one: that is stored with it, and refused the second time.</param>
    public async Task<CommitOutcome> CommitAsync(
        StoredConversation loaded,
        Decision.Changed change,
        CancellationToken cancellationToken,
        string? name = null,
        KeptRequest? request = null,
        StoredEntry? entry = null)
    {
        var submission = await _table.SubmitAsync(ConversationRows.Of(loaded, change, name, request, entry), cancellationToken);
        return submission switch
        {
            Submission.Written => CommitOutcome.Committed,
            Submission.Refused { Position: 0 } when request is not null => CommitOutcome.Repeated,
            Submission.Refused { Position: 0 } when change.Receipt is not null => CommitOutcome.Duplicate,
            _ => CommitOutcome.Conflict,
        };
    }

    /// <summary>What was answered to the request of that name.</summary>
    public async Task<KeptRequest?> FindRequestAsync(ProfileId id, string name, CancellationToken cancellationToken) =>
        await _table.FindAsync(Keys.Request(id, name), cancellationToken) is { } row ? JsonRow.Read(row, KeptJson.Default.KeptRequest) : null;

    /// <summary>An order that was carried out, however long ago.</summary>
    public async Task<Receipt?> FindReceiptAsync(ProfileId id, string name, CancellationToken cancellationToken) =>
        await _table.FindAsync(Keys.Marker(id, name), cancellationToken) is { } marker
            ? new(name, JsonRow.Read(marker, StorageJson.Types.ImmutableArrayInt64))
            : null;

    public async Task<Interaction?> FindClosedAsync(InteractionId id, CancellationToken cancellationToken) =>
        await _table.FindAsync(Keys.ClosedInteraction(id), cancellationToken) is { } row
            ? JsonRow.Read(row, StorageJson.Types.Interaction)
            : null;

    public async Task<RelatedTask?> FindTaskAsync(InteractionId id, int task, CancellationToken cancellationToken) =>
        await _table.FindAsync(Keys.RelatedTask(id, task), cancellationToken) is { } row
            ? JsonRow.Read(row, StorageJson.Types.RelatedTask)
            : null;

    /// <summary>An interaction's tasks in the order in which they were created, so many at most.</summary>
    public async Task<IReadOnlyList<RelatedTask>> ReadTasksAsync(InteractionId id, int after, int limit, CancellationToken cancellationToken)
    {
        var tasks = new List<RelatedTask>();
        await foreach (var row in _table.FindAsync(Keys.RelatedTasks(id, after), cancellationToken: cancellationToken))
        {
            if (tasks.Count == limit)
                break;
            tasks.Add(JsonRow.Read(row, StorageJson.Types.RelatedTask));
        }

        return tasks;
    }

    /// <summary>The entries of these sequences, both included, in order.</summary>
    public async Task<IReadOnlyList<LogEntry>> ReadLogAsync(ProfileId id, long from, long to, CancellationToken cancellationToken)
    {
        var entries = new List<LogEntry>();
        if (to < from || to < 1)
            return entries;
        await foreach (var row in _table.FindAsync(Keys.Log(id, from, to), cancellationToken: cancellationToken))
            entries.Add(JsonRow.Read(row, StorageJson.Types.LogEntry));
        return entries;
    }

    /// <summary>The entry of that sequence and all after it, as they can be changed.</summary>
    public async Task<IReadOnlyList<StoredEntry>> ReadEntriesAsync(ProfileId id, long from, CancellationToken cancellationToken)
    {
        var entries = new List<StoredEntry>();
        await foreach (var row in _table.FindAsync(Keys.Log(id, from, long.MaxValue), cancellationToken: cancellationToken))
            entries.Add(new(JsonRow.Read(row, StorageJson.Types.LogEntry), row.ETag));
        return entries;
    }

    public async Task<StoredEntry?> FindEntryAsync(ProfileId id, long sequence, CancellationToken cancellationToken) =>
        await _table.FindAsync(Keys.LogEntry(id, sequence), cancellationToken) is { } row
            ? new(JsonRow.Read(row, StorageJson.Types.LogEntry), row.ETag)
            : null;

    /// <summary>Notes how far a message got; null where somebody else noted something since it was read.</summary>
    public async Task<StoredEntry?> ReplaceEntryAsync(ProfileId id, StoredEntry stored, LogEntry changed, CancellationToken cancellationToken)
    {
        if (!stored.MayBecome(changed))
            throw new InvalidOperationException("Of a log entry nothing ever changes but how far a message got.");
        var replaced = await _table.ExchangeAsync(ConversationRows.Of(id, changed), stored.ETag, cancellationToken);
        return replaced is { } etag ? new StoredEntry(changed, etag) : null;
    }
}
