namespace Azure.Messaging.ServiceBus.Broker;

/// <summary>A message while the broker has it.</summary>
internal sealed class StoredMessage(MessageContents contents, long sequenceNumber)
{
    public static readonly IComparer<StoredMessage> InOrder = Comparer<StoredMessage>.Create(static (a, b) =>
        a.SequenceNumber.CompareTo(b.SequenceNumber));

    public MessageContents Contents { get; set; } = contents;
    public long SequenceNumber { get; set; } = sequenceNumber;
    public long Size { get; } = MessageSize.Of(contents);
    public ServiceBusMessageState State { get; set; }
    public DateTimeOffset EnqueuedTime { get; set; }
    public DateTimeOffset ExpiresAt { get; set; } = DateTimeOffset.MaxValue;

    /// <summary>How often it was handed out and not settled. What a receiver sees counts its own delivery too.</summary>
    public int Failures { get; set; }

    public Mailbox? Mailbox { get; set; }
    public MessageLock? Lock { get; set; }

    /// <summary>Rings when it is to be enqueued, then when it expires.</summary>
    public Alarm? Alarm { get; set; }

    public ServiceBusReceivedMessage Received() => new(Contents, Seen() with
    {
        LockToken = Lock?.Token ?? Guid.Empty,
        LockedUntil = Lock?.Until ?? default,
        Count = Failures + (Lock is null ? 0 : 1),
    });

    /// <summary>As who only looks at it sees it: without the lock, which is somebody else's.</summary>
    public ServiceBusReceivedMessage Peeked() => new(Contents, Seen());

    private Delivery Seen() => new()
    {
        Count = Failures,
        SequenceNumber = SequenceNumber,
        EnqueuedSequenceNumber = SequenceNumber,
        EnqueuedTime = EnqueuedTime,
        State = State,
    };
}
