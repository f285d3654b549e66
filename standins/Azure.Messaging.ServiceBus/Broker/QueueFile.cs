using System.Text.Json;
using System.Text.Json.Serialization;
using System.Xml;

namespace Azure.Messaging.ServiceBus.Broker;

/// <summary>
/// The queues as infrastructure declares them: names and properties exactly as the deployment passes them on, so that
/// a property it would not know is refused here too.
/// </summary>
internal static class QueueFile
{
    public const string Name = "queues.json";

    public static IReadOnlyList<QueueDefinition> Read(string path)
    {
        if (!File.Exists(path))
        {
            throw new FileNotFoundException(
                $"The development broker found no queue definitions: put {Name} at '{path}', or declare the queues in code.", path);
        }

        try
        {
            return Parse(File.ReadAllBytes(path));
        }
        catch (Exception fault) when (fault is JsonException or FormatException)
        {
            throw new FormatException($"The queue definitions in '{path}' cannot be read: {fault.Message}", fault);
        }
    }

    public static IReadOnlyList<QueueDefinition> Parse(ReadOnlySpan<byte> json) =>
        [.. JsonSerializer.Deserialize(json, QueueFileJson.Default.QueueEntryArray)!.Select(Definition)];

    private static QueueDefinition Definition(QueueEntry entry) => new(entry.Name)
    {
        LockDuration = XmlConvert.ToTimeSpan(entry.Properties.LockDuration),
        MaxDeliveryCount = entry.Properties.MaxDeliveryCount,
        RequiresSession = entry.Properties.RequiresSession,
        RequiresDuplicateDetection = entry.Properties.RequiresDuplicateDetection,
        DuplicateDetectionHistoryTimeWindow = XmlConvert.ToTimeSpan(entry.Properties.DuplicateDetectionHistoryTimeWindow),
        DeadLetteringOnMessageExpiration = entry.Properties.DeadLetteringOnMessageExpiration,
        DefaultMessageTimeToLive = XmlConvert.ToTimeSpan(entry.Properties.DefaultMessageTimeToLive),
    };
}

internal sealed record QueueEntry(string Name, QueueEntryProperties Properties);

internal sealed record QueueEntryProperties(
    string LockDuration,
    int MaxDeliveryCount,
    bool RequiresSession,
    bool RequiresDuplicateDetection,
    string DuplicateDetectionHistoryTimeWindow,
    bool DeadLetteringOnMessageExpiration,
    string DefaultMessageTimeToLive);

[JsonSerializable(typeof(QueueEntry[]))]
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    RespectRequiredConstructorParameters = true,
    RespectNullableAnnotations = true)]
internal sealed partial class QueueFileJson : JsonSerializerContext;
