using System.Globalization;
using Interactions.Domain.Desks;
using Interactions.Domain.Interactions;
using Interactions.Domain.Values;

namespace Interactions.Functions.Storage;

internal static partial class Keys
{
    // A profile's last character tells one of thirty-two, evenly.
    private const int ActiveShardCount = 16;
    private const int UnprocessedShardCount = 4;

    // After the type and the urgency, and what is around them.
    private static readonly Range SinceInWaiting = 15..34;

    // What is rare comes first: a page from the beginning shows all of it, and the first texts.
    private static readonly InteractionType[] Types =
        [InteractionType.Chat, InteractionType.Phone, InteractionType.WalkUp, InteractionType.Voicemail, InteractionType.Messaging];

    private static readonly string[] UnprocessedShards = Shards(UnprocessedShardCount);

    /// <summary>The partitions that everything active is spread over.</summary>
    public static IReadOnlyList<string> ActiveShards { get; } = Shards(ActiveShardCount);

    /// <summary>There is one sweep.</summary>
    public static Key Sweep { get; } = new("sweep", "0");

    public static Key NumberLease { get; } = new("lease", "next");

    public static Key Active(InteractionId id) => new(ActiveShardOf(id), id.ToString());

    public static string ActiveShardOf(InteractionId id) => ShardOf(id.Profile);

    public static KeyRange AllActive(string shard) => new(shard, "", End);

    /// <summary>Who waits in a queue: the most urgent first, and of those the one who waits longest.</summary>
    public static Key Waiting(WaitingPlace place)
    {
        var urgency = (int.MaxValue - (long)place.Priority).ToString("D10", CultureInfo.InvariantCulture);
        return new(place.Queue.Value, string.Create(CultureInfo.InvariantCulture, $"{Waiters(place.Type)}-{urgency}-{Padded(place.Since.UtcTicks)}-{place.Id}-{place.Version}"));
    }

    public static KeyRange Waiting(QueueId queue) => new(queue.Value, "w-", "w.");

    /// <summary>Those who wait for room of one type.</summary>
    public static KeyRange Waiting(QueueId queue, InteractionType type) => new(queue.Value, Waiters(type) + "-", Waiters(type) + ".");

    /// <summary>Whether those who wait for the one stand before those who wait for the other.</summary>
    public static bool ComesBefore(InteractionType one, InteractionType other) => Array.IndexOf(Types, one) < Array.IndexOf(Types, other);

    public static bool IsWaiting(string row) => row.StartsWith("w-", StringComparison.Ordinal);

    public static InteractionType FreeFor(string row) => Types[row["a-".Length] - '0'];

    public static InteractionType WaitingFor(string row) => Types[row["w-".Length] - '0'];

    /// <summary>Since when somebody waits, as the key of their place says.</summary>
    public static DateTimeOffset WaitingSince(string row) => new(long.Parse(row.AsSpan(SinceInWaiting), CultureInfo.InvariantCulture), TimeSpan.Zero);

    /// <summary>Who can take something out of a queue: whoever has the least on, and of those the one who idles longest.</summary>
    public static Key Free(QueueId queue, InteractionType type, Standing standing, AgentId agent) => new(
        queue.Value,
        string.Create(CultureInfo.InvariantCulture, $"{Free(type)}-{standing.Load:D6}-{Padded(standing.IdleSince.UtcTicks)}-{agent}"));

    public static KeyRange Free(QueueId queue, InteractionType type) => new(queue.Value, Free(type) + "-", Free(type) + ".");

    public static Key Desk(AgentId agent) => new(agent.Value, "0");

    /// <summary>What an agent has on their desk.</summary>
    public static Key OnDesk(AgentId agent, InteractionId id) => new(agent.Value, "i-" + id);

    public static KeyRange DeskAndAllOnIt(AgentId agent) => new(agent.Value, "", End);

    public static Key Number(InteractionNumber number) => new(number.ToString(), "i");

    /// <summary>For history by day.</summary>
    public static Key Closed(DateTimeOffset at, InteractionId id) => new(
        Day(DateOnly.FromDateTime(at.UtcDateTime)),
        ClosedAt(at) + "-" + id);

    /// <summary>What stands before everything that was closed on its day at that moment or later.</summary>
    public static string ClosedAt(DateTimeOffset at) => at.UtcDateTime.ToString("HHmmssfffffff", CultureInfo.InvariantCulture);

    public static KeyRange ClosedOn(DateOnly day) => new(Day(day), "", End);

    /// <summary>For history by user, the newest first.</summary>
    public static Key UserHistory(UserId user, DateTimeOffset at, InteractionId id) =>
        new(user.Value, $"c-{Padded(DateTimeOffset.MaxValue.Ticks - at.UtcTicks)}-{id}");

    public static KeyRange UserHistory(UserId user, Cursor? after) => new(user.Value, after?.Value ?? "c-", "c.");

    public static Key UserProfile(UserId user, ProfileId profile) => new(user.Value, "p-" + profile.Value);

    public static KeyRange UserProfiles(UserId user) => new(user.Value, "p-", "p.");

    public static ProfileId ProfileIn(string row) => ProfileId.Parse(row["p-".Length..]);

    public static Key Unprocessed(MessageSid sid) => new(UnprocessedShard(sid.Value), sid.Value);

    /// <summary>Everything unprocessed, shard after shard, from where a list goes on.</summary>
    public static IEnumerable<KeyRange> UnprocessedAfter(Cursor? cursor)
    {
        var from = cursor is { } last ? UnprocessedShard(last.Value) : UnprocessedShards[0];
        return UnprocessedShards
            .Where(shard => string.CompareOrdinal(shard, from) >= 0)
            .Select(shard => new KeyRange(shard, shard == from ? cursor?.Value ?? "" : "", "~"));
    }

    private static string Waiters(InteractionType type) => "w-" + PlaceOf(type);

    private static string Free(InteractionType type) => "a-" + PlaceOf(type);

    private static string PlaceOf(InteractionType type) => Array.IndexOf(Types, type).ToString(CultureInfo.InvariantCulture);

    private static string UnprocessedShard(string row) => UnprocessedShards[row[^1] % UnprocessedShardCount];

    private static string ShardOf(ProfileId profile)
    {
        var last = profile.Value[^1];
        var value = char.IsAsciiDigit(last) ? last - '2' + 26 : last - 'a';
        return ActiveShards[value % ActiveShardCount];
    }

    private static string[] Shards(int count) =>
        [.. Enumerable.Range(0, count).Select(shard => shard.ToString("D2", CultureInfo.InvariantCulture))];
}
