using System.Text.Json.Serialization;
using Interactions.Functions.Messaging;

namespace Interactions.Functions.Health;

internal sealed record HealthReport(string Status);

internal sealed record ReadinessReport(string Status, StorageReport Storage, BusReport Bus)
{
    private const string Ready = "ready";
    private const string Unavailable = "unavailable";

    [JsonIgnore]
    public bool IsReady => Status == Ready;

    public static ReadinessReport Of(StorageReport storage, BusReport bus) =>
        new(storage.Reachable && bus.Reachable ? Ready : Unavailable, storage, bus);
}

internal sealed record StorageReport(bool Reachable);

internal sealed record BusReport(bool Reachable, long DeadLettered, IReadOnlyList<QueueCounts> Queues)
{
    public static readonly BusReport Unreachable = new(false, 0, []);

    public static BusReport Of(IReadOnlyList<QueueCounts> queues) => new(true, queues.Sum(queue => queue.DeadLettered), queues);
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(HealthReport))]
[JsonSerializable(typeof(ReadinessReport))]
internal sealed partial class HealthJson : JsonSerializerContext;
