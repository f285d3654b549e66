using Interactions.Domain.Interactions;
using Interactions.Domain.Values;
using Interactions.Functions.Storage;

namespace Interactions.Functions.Outbound;

/// <summary>The end of a conversation's log, as far back as a message that is to go out needs it.</summary>
internal sealed class Trail
{
    // Further back nothing is read along with the rest.
    private const int Furthest = 100;

    private readonly ConversationStore _conversations;
    private readonly Dictionary<long, StoredEntry> _entries = [];

    private Trail(ProfileId profile, ConversationStore conversations)
    {
        Profile = profile;
        _conversations = conversations;
    }

    public ProfileId Profile { get; }

    /// <param name="after">The message before it, where that may still be under way.</param>
    public static async Task<Trail> ReadAsync(
        ProfileId profile, long sequence, long? after, ConversationStore conversations, CancellationToken cancellationToken)
    {
        var trail = new Trail(profile, conversations);
        var from = after is { } before && sequence - before <= Furthest ? before : sequence;
        foreach (var entry in await conversations.ReadEntriesAsync(profile, from, cancellationToken))
            trail.Put(entry);
        return trail;
    }

    /// <summary>Null where there is none, or it is no message of ours.</summary>
    public async Task<StoredEntry?> FindAsync(long sequence, CancellationToken cancellationToken)
    {
        if (!_entries.TryGetValue(sequence, out var entry) && await _conversations.FindEntryAsync(Profile, sequence, cancellationToken) is { } found)
            Put(entry = found);
        return entry is { Entry.Fact: MessageSent } ? entry : null;
    }

    public void Put(StoredEntry entry) => _entries[entry.Entry.Sequence] = entry;

    /// <summary>What happened after that.</summary>
    public IEnumerable<LogEntry> Since(long sequence) =>
        _entries.Values.Where(each => each.Entry.Sequence > sequence).OrderBy(each => each.Entry.Sequence).Select(each => each.Entry);
}
