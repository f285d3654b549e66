using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Interactions.Functions.Http;
using Interactions.Functions.Messaging;
using Interactions.Functions.Storage;

namespace Interactions.Functions.Console;

internal sealed record UnprocessedList(IReadOnlyList<ListedUnprocessed> Items, string? Cursor)
{
    public static UnprocessedList Of(Listing<UnprocessedMessage> found) =>
        new([.. found.Items.Select(ListedUnprocessed.Of)], ListedUnprocessed.CursorOf(found));
}

/// <summary>Enough to recognise it; its text and number stay in storage.</summary>
internal sealed record ListedUnprocessed(string Sid, string Reason, DateTimeOffset ReceivedAt, int Attempts)
{
    public static ListedUnprocessed Of(UnprocessedMessage message) =>
        new(message.Sid.Value, message.Reason, message.ReceivedAt, message.Attempts);

    public static string? CursorOf(Listing<UnprocessedMessage> found) => found.Cursor is { } next ? Opaque.Of(next.Value) : null;
}

/// <param name="TakenIn">How many are in their conversations now.</param>
/// <param name="Left">How many could still not be taken in.</param>
/// <param name="More">Whether there are others, which were not tried.</param>
internal sealed record ReplayReport(int TakenIn, int Left, bool More);

internal sealed record DeadLetterList(IReadOnlyList<DeadLetterQueue> Queues);

/// <param name="Name">What the queue is called on the bus.</param>
/// <param name="DeadLettered">How many there are.</param>
/// <param name="First">The oldest of them.</param>
internal sealed record DeadLetterQueue(string Name, long DeadLettered, IReadOnlyList<DeadLetter> First);

/// <param name="Replayed">How many are in their queue again.</param>
/// <param name="Left">How many there are still, as the bus counts them: those for which there was no time, and those that failed again.</param>
internal sealed record DeadLetterReplay(int Replayed, long Left);

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    Converters = [typeof(UtcConverter)])]
[JsonSerializable(typeof(Page<JsonObject>))]
[JsonSerializable(typeof(UnprocessedList))]
[JsonSerializable(typeof(ReplayReport))]
[JsonSerializable(typeof(DeadLetterList))]
[JsonSerializable(typeof(DeadLetterReplay))]
internal sealed partial class ConsoleJson : JsonSerializerContext;
