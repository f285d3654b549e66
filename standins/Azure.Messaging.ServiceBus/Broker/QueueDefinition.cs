namespace Azure.Messaging.ServiceBus.Broker;

/// <summary>What a queue promises. The names are those of a queue's properties in Azure Resource Manager.</summary>
internal sealed record QueueDefinition(string Name)
{
    public TimeSpan LockDuration { get; init; } = TimeSpan.FromMinutes(1);
    public int MaxDeliveryCount { get; init; } = 10;
    public bool RequiresSession { get; init; }
    public bool RequiresDuplicateDetection { get; init; }
    public TimeSpan DuplicateDetectionHistoryTimeWindow { get; init; } = TimeSpan.FromMinutes(10);
    public bool DeadLetteringOnMessageExpiration { get; init; }
    public TimeSpan DefaultMessageTimeToLive { get; init; } = TimeSpan.MaxValue;

    /// <summary>Its dead-letter subqueue: nothing leaves it but by being settled.</summary>
    public QueueDefinition DeadLetter => new(Name + EntityAddress.DeadLetterSuffix)
    {
        LockDuration = LockDuration,
        MaxDeliveryCount = int.MaxValue,
    };
}
