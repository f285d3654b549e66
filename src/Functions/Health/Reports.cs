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

/// <param name="Unprocessed">How many messages could not be taken in and wait for an operator, counted up to a thousand.</param>
internal sealed record StorageReport(bool Reachable, int Unprocessed)
{
    public const int MostCounted = 1000;

    public static readonly StorageReport Unreachable = new(false, 0);
}

internal sealed record BusReport(bool Reachable, long DeadLettered, IReadOnlyList<MessageCounts> Queues)
{
    public static readonly BusReport Unreachable = new(false, 0, []);

    public static BusReport Of(IReadOnlyList<MessageCounts> queues) => new(true, queues.Sum(queue => queue.DeadLettered), queues);
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(HealthReport))]
[JsonSerializable(typeof(ReadinessReport))]
internal sealed partial class HealthJson : JsonSerializerContext;
