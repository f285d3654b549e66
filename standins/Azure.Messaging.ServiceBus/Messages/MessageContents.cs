using System.Collections.ObjectModel;

namespace Azure.Messaging.ServiceBus;

/// <summary>What a sender put into a message, fixed at the moment it was sent.</summary>
internal sealed record MessageContents
{
    public static readonly IReadOnlyDictionary<string, object> NoProperties = ReadOnlyDictionary<string, object>.Empty;

    public required BinaryData Body { get; init; }
    public required IReadOnlyDictionary<string, object> ApplicationProperties { get; init; }
    public string? MessageId { get; init; }
    public string? SessionId { get; init; }
    public string? PartitionKey { get; init; }
    public string? TransactionPartitionKey { get; init; }
    public string? CorrelationId { get; init; }
    public string? Subject { get; init; }
    public string? To { get; init; }
    public string? ReplyTo { get; init; }
    public string? ReplyToSessionId { get; init; }
    public string? ContentType { get; init; }
    public TimeSpan TimeToLive { get; init; } = TimeSpan.MaxValue;
    public DateTimeOffset ScheduledEnqueueTime { get; init; }

    public MessageContents With(IEnumerable<KeyValuePair<string, object>>? properties)
    {
        if (properties is null) return this;
        var merged = new Dictionary<string, object>(ApplicationProperties);
        foreach (var (name, value) in properties) merged[name] = value;
        ApplicationPropertyTypes.Check(merged);
        return this with { ApplicationProperties = merged.AsReadOnly() };
    }
}
