using System.Text.Json.Serialization;
using Interactions.Domain.Messages;
using Interactions.Functions.Http;
using Interactions.Functions.Messaging;
using Interactions.Functions.Storage;

namespace Interactions.Functions.Health;

internal sealed record HealthReport(string Status);

/// <param name="Stopped">Lines by which nothing can be sent. What is to be sent by them waits, and everything else goes on.</param>
/// <param name="Sweep">What the last sweep did; null before the first.</param>
internal sealed record ReadinessReport(string Status, StorageReport Storage, BusReport Bus, IReadOnlyList<StopReport> Stopped, SweepReport? Sweep)
{
    private const string Ready = "ready";
    private const string Unavailable = "unavailable";

    [JsonIgnore]
    public bool IsReady => Status == Ready;

    public static ReadinessReport Of(StorageReport storage, BusReport bus) =>
        new(storage.Reachable && bus.Reachable ? Ready : Unavailable, storage, bus, storage.Stopped, storage.Sweep);
}

/// <param name="Unprocessed">How many messages could not be taken in and wait for an operator, counted up to a thousand.</param>
internal sealed record StorageReport(bool Reachable, int Unprocessed)
{
    [JsonIgnore]
    public IReadOnlyList<StopReport> Stopped { get; init; } = [];

    [JsonIgnore]
    public SweepReport? Sweep { get; init; }

    public const int MostCounted = 1000;

    public static readonly StorageReport Unreachable = new(false, 0);
}

/// <param name="Code">What Twilio answers.</param>
/// <param name="Why">The same in words.</param>
internal sealed record StopReport(string Line, int Code, string Why, DateTimeOffset Since, DateTimeOffset NextTry)
{
    // Whoever found it may be gone: what nobody has tried for so long is said of nobody any more.
    private static readonly TimeSpan Fresh = TimeSpan.FromMinutes(15);

    public static IReadOnlyList<StopReport> Of(IEnumerable<StoppedLine> stops, DateTimeOffset now) =>
    [
        .. from stop in stops
           where now - stop.TriedAt < Fresh
           select new StopReport(stop.Line, stop.Code, ProviderErrors.Of(stop.Code).Words, stop.Since, stop.NextTry),
    ];
}

/// <summary>The sweep looks once a minute at everything that is open, and mends what it finds.</summary>
/// <param name="IsLate">Whether none came to its end for some minutes: then whatever no wake is sent for waits.</param>
/// <param name="Looked">At how many open interactions.</param>
/// <param name="IsWhole">Whether it got through all of them; otherwise the next one goes on.</param>
/// <param name="Failed">How many it could not mend, and will try again.</param>
/// <param name="Repaired">How many were mended since the beginning, by kind.</param>
internal sealed record SweepReport(
    DateTimeOffset At, double TookSeconds, bool IsLate, int Looked, bool IsWhole, int Failed, IReadOnlyDictionary<string, long> Repaired)
{
    private static readonly TimeSpan Late = TimeSpan.FromMinutes(5);

    public static SweepReport? Of(SweepState? last, DateTimeOffset now) => last is null ? null : new(
        last.EndedAt,
        (last.EndedAt - last.BeganAt).TotalSeconds,
        now - last.EndedAt > Late,
        last.Looked,
        last.After is null,
        last.Failed,
        last.Repaired);
}

internal sealed record BusReport(bool Reachable, long DeadLettered, IReadOnlyList<MessageCounts> Queues)
{
    public static readonly BusReport Unreachable = new(false, 0, []);

    public static BusReport Of(IReadOnlyList<MessageCounts> queues) => new(true, queues.Sum(queue => queue.DeadLettered), queues);
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, Converters = [typeof(UtcConverter)])]
[JsonSerializable(typeof(HealthReport))]
[JsonSerializable(typeof(ReadinessReport))]
internal sealed partial class HealthJson : JsonSerializerContext;
