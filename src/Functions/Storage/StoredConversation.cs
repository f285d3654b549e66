using Azure;
using Interactions.Domain.Interactions;

namespace Interactions.Functions.Storage;

/// <param name="ETag">Null where there is nothing stored yet.</param>
internal sealed record StoredConversation(Conversation Conversation, ETag? ETag);

internal sealed record StoredEntry(LogEntry Entry, ETag ETag)
{
    /// <summary>What it says where it is a message of ours.</summary>
    public MessageSent Sent => (MessageSent)Entry.Fact;

    public bool MayBecome(LogEntry changed) =>
        (Entry.Fact, changed.Fact) is (MessageSent before, MessageSent after)
        && changed with { Fact = after with { Delivery = before.Delivery } } == Entry;
}

internal enum CommitOutcome
{
    Committed,

    /// <summary>Somebody else changed it meanwhile: load, and decide again.</summary>
    Conflict,

    /// <summary>The order was carried out before.</summary>
    Duplicate,

    /// <summary>The request was, by its name.</summary>
    Repeated,
}
