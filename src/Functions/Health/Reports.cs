using System.Text.Json.Serialization;

namespace Interactions.Functions.Health;

internal sealed record HealthReport(string Status);

internal sealed record ReadinessReport(string Status, StorageReport Storage, BusReport Bus)
{
    [JsonIgnore]
    public bool IsReady => Status == "ready";

    public static ReadinessReport Of(StorageReport storage, BusReport bus) =>
        new(storage.Reachable && bus.Reachable ? "ready" : "unavailable", storage, bus);
}

internal sealed record StorageReport(bool Reachable);

/// <summary>The state of the bus; a dead-lettered message waits for an operator to look at it and replay it.</summary>
internal sealed record BusReport(bool Reachable, long DeadLettered, IReadOnlyList<QueueReport> Queues)
{
    public static readonly BusReport Unreachable = new(false, 0, []);
}

internal sealed record QueueReport(string Name, long Active, long Scheduled, long DeadLettered);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(HealthReport))]
[JsonSerializable(typeof(ReadinessReport))]
internal sealed partial class HealthJson : JsonSerializerContext;
