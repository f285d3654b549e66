namespace Azure.Messaging.ServiceBus;

/// <summary>What the broker adds to a message when it hands it out.</summary>
internal sealed record Delivery
{
    public Guid LockToken { get; init; }
    public DateTimeOffset LockedUntil { get; init; }
    public int Count { get; init; }
    public long SequenceNumber { get; init; } = -1;
    public long EnqueuedSequenceNumber { get; init; }
    public DateTimeOffset EnqueuedTime { get; init; }
    public string? DeadLetterSource { get; init; }
    public ServiceBusMessageState State { get; init; }
}
