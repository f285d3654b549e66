using Azure.Data.Tables;
using Interactions.Domain.Interactions;
using Interactions.Domain.Values;
using Interactions.Functions.Storage.Json;

namespace Interactions.Functions.Storage;

/// <summary>What a change looks like in a profile's partition.</summary>
internal static class ConversationRows
{
    public static Batch Of(StoredConversation loaded, Decision.Changed change, string? name = null, KeptRequest? request = null, StoredEntry? read = null)
    {
        var profile = change.Conversation.Id;
        var batch = new Batch();
        if (request is not null)
            batch.Add(JsonRow.Of(Keys.Request(profile, name!), request with { Through = change.Conversation.NextSequence - 1 }, KeptJson.Default.KeptRequest));
        else if (change.Receipt is { } receipt)
            batch.Add(JsonRow.Of(Keys.Marker(profile, receipt.Name), receipt.Answers, StorageJson.Types.ImmutableArrayInt64));

        if (loaded.ETag is { } etag)
            batch.Replace(Head(change.Conversation), etag);
        else
            batch.Add(Head(change.Conversation));

        foreach (var entry in change.Entries)
            batch.Add(Of(profile, entry));
        foreach (var closed in change.Closed)
            batch.Add(JsonRow.Of(Keys.ClosedInteraction(closed.Id), closed, StorageJson.Types.Interaction));
        if (change.Moved is { } moved)
            batch.Replace(Of(profile, moved), read!.ETag);

        // The head's version was checked: nobody else has written it differently since it was read.
        if (change.Amended is { } amended)
            batch.Put(JsonRow.Of(Keys.ClosedInteraction(amended.Id), amended, StorageJson.Types.Interaction));
        if (change.Task is { } task)
            batch.Add(JsonRow.Of(Keys.RelatedTask(task.Interaction, task.Task), task, StorageJson.Types.RelatedTask));
        return batch;
    }

    public static TableEntity Of(ProfileId profile, LogEntry entry) =>
        JsonRow.Of(Keys.LogEntry(profile, entry.Sequence), entry, StorageJson.Types.LogEntry);

    private static TableEntity Head(Conversation conversation)
    {
        var row = JsonRow.Of(Keys.Head(conversation.Id), conversation, StorageJson.Types.Conversation);
        row["Version"] = conversation.Version;
        return row;
    }
}
