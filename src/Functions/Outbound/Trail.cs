using Interactions.Domain.Interactions;
using Interactions.Domain.Values;
using Interactions.Functions.Storage;

namespace Interactions.Functions.Outbound;

/// <summary>The end of a conversation's log as it was read, as far back as a message that is to go out needs it.</summary>
internal sealed class Trail
{
    // Further back nothing is read along with the rest, unless it turns out to be needed.
    private const int Furthest = 100;

    private readonly long _from;
    private readonly Dictionary<long, StoredEntry> _entries;
    private readonly ConversationStore _conversations;

    private Trail(ProfileId profile, long from, IEnumerable<StoredEntry> entries, ConversationStore conversations)
    {
        Profile = profile;
        _from = from;
        _entries = entries.ToDictionary(entry => entry.Entry.Sequence);
        _conversations = conversations;
    }

    public ProfileId Profile { get; }

    public static Task<Trail> ReadAsync(Wake.Send wake, ConversationStore conversations, CancellationToken cancellationToken) => ReadAsync(
        wake.Profile, wake.After is { } before && wake.Sequence - before <= Furthest ? before : wake.Sequence, conversations, cancellationToken);

    public bool Has(long sequence) => _entries.ContainsKey(sequence);

    /// <summary>Null where there is none, or it is no message of ours.</summary>
    public StoredEntry? Find(long sequence) => _entries.GetValueOrDefault(sequence) is { Entry.Fact: MessageSent } entry ? entry : null;

    /// <summary>Of the messages up to this one, each named by the next, the first that is under way; and a trail that reaches back to it.</summary>
    public async Task<(StoredEntry Message, Trail Trail)> FirstUnderWayAsync(StoredEntry message, CancellationToken cancellationToken)
    {
        var first = message;
        while (first.Sent.After is { } before
            && (before >= _from ? Find(before) : await _conversations.FindEntryAsync(Profile, before, cancellationToken))
                is { Entry.Fact: MessageSent { Delivery.IsUnderWay: true } } earlier)
        {
            first = earlier;
        }

        if (first.Entry.Sequence >= _from)
            return (first, this);
        var longer = await ReadAsync(Profile, first.Entry.Sequence, _conversations, cancellationToken);
        return (longer.Find(first.Entry.Sequence)!, longer);
    }

    /// <summary>What happened after that.</summary>
    public IEnumerable<LogEntry> Since(long sequence) =>
        _entries.Values.Select(each => each.Entry).Where(entry => entry.Sequence > sequence).OrderBy(entry => entry.Sequence);

    private static async Task<Trail> ReadAsync(ProfileId profile, long from, ConversationStore conversations, CancellationToken cancellationToken) =>
        new(profile, from, await conversations.ReadEntriesAsync(profile, from, cancellationToken), conversations);
}
