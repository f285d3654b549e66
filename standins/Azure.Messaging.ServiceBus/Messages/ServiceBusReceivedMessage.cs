#nullable disable

namespace Azure.Messaging.ServiceBus;

public class ServiceBusReceivedMessage
{
    private readonly Delivery _delivery;

    internal ServiceBusReceivedMessage(MessageContents contents, Delivery delivery)
    {
        Contents = contents;
        _delivery = delivery;
        LockedUntil = delivery.LockedUntil;
    }

    public BinaryData Body => Contents.Body;

    public IReadOnlyDictionary<string, object> ApplicationProperties => Contents.ApplicationProperties;

    public string MessageId => Contents.MessageId;

    public string SessionId => Contents.SessionId;

    public string PartitionKey => Contents.PartitionKey;

    public string TransactionPartitionKey => Contents.TransactionPartitionKey;

    public string CorrelationId => Contents.CorrelationId;

    public string Subject => Contents.Subject;

    public string To => Contents.To;

    public string ReplyTo => Contents.ReplyTo;

    public string ReplyToSessionId => Contents.ReplyToSessionId;

    public string ContentType => Contents.ContentType;

    public TimeSpan TimeToLive => Contents.TimeToLive;

    public DateTimeOffset ScheduledEnqueueTime => Contents.ScheduledEnqueueTime;

    public string LockToken => _delivery.LockToken.ToString();

    public DateTimeOffset LockedUntil { get; internal set; }

    public int DeliveryCount => _delivery.Count;

    public long SequenceNumber => _delivery.SequenceNumber;

    public long EnqueuedSequenceNumber => _delivery.EnqueuedSequenceNumber;

    public DateTimeOffset EnqueuedTime => _delivery.EnqueuedTime;

    public DateTimeOffset ExpiresAt => EnqueuedTime.PlusAtMost(TimeToLive);

    public ServiceBusMessageState State => _delivery.State;

    public string DeadLetterSource => _delivery.DeadLetterSource;

    public string DeadLetterReason => Text(DeadLetterProperties.Reason);

    public string DeadLetterErrorDescription => Text(DeadLetterProperties.Description);

    internal MessageContents Contents { get; }

    internal Guid LockTokenGuid => _delivery.LockToken;

    public override string ToString() => $"{{MessageId:{MessageId}}}";

    private string Text(string property) =>
        ApplicationProperties.TryGetValue(property, out var value) ? value as string : null;
}
