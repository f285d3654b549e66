#nullable disable

namespace Azure.Messaging.ServiceBus;

public class ServiceBusMessage
{
    private const int LongestId = 128;

    private string _messageId;
    private string _sessionId;
    private string _partitionKey;
    private string _transactionPartitionKey;
    private string _replyToSessionId;
    private TimeSpan _timeToLive = TimeSpan.MaxValue;

    public ServiceBusMessage()
        : this(default(ReadOnlyMemory<byte>))
    {
    }

    public ServiceBusMessage(string body)
        : this(BinaryData.FromString(body))
    {
    }

    public ServiceBusMessage(ReadOnlyMemory<byte> body)
        : this(BinaryData.FromBytes(body))
    {
    }

    public ServiceBusMessage(BinaryData body)
    {
        ArgumentNullException.ThrowIfNull(body);
        Body = body;
    }

    public ServiceBusMessage(ServiceBusReceivedMessage receivedMessage)
    {
        ArgumentNullException.ThrowIfNull(receivedMessage);
        var contents = receivedMessage.Contents;
        Body = contents.Body;
        _messageId = contents.MessageId;
        _sessionId = contents.SessionId;
        _partitionKey = contents.PartitionKey;
        _transactionPartitionKey = contents.TransactionPartitionKey;
        _replyToSessionId = contents.ReplyToSessionId;
        _timeToLive = contents.TimeToLive;
        CorrelationId = contents.CorrelationId;
        Subject = contents.Subject;
        To = contents.To;
        ReplyTo = contents.ReplyTo;
        ContentType = contents.ContentType;
        ScheduledEnqueueTime = contents.ScheduledEnqueueTime;

        foreach (var (name, value) in contents.ApplicationProperties)
        {
            // Why the old one was dead-lettered says nothing about the new one.
            if (!DeadLetterProperties.Contains(name)) ApplicationProperties[name] = value;
        }
    }

    public BinaryData Body { get; set; }

    public IDictionary<string, object> ApplicationProperties { get; } = new Dictionary<string, object>();

    public string MessageId
    {
        get => _messageId;
        set
        {
            if (string.IsNullOrEmpty(value)) throw new ArgumentException("A message id may not be empty.", nameof(value));
            _messageId = NotTooLong(value);
        }
    }

    public string SessionId
    {
        get => _sessionId;
        set
        {
            _sessionId = NotTooLong(value);
            // A session's messages share a partition, so the session decides.
            if (_partitionKey is not null && _partitionKey != value) _partitionKey = value;
        }
    }

    public string PartitionKey
    {
        get => _partitionKey;
        set
        {
            if (_sessionId is not null && value is not null && value != _sessionId)
                throw new ArgumentOutOfRangeException(nameof(value), value, "The partition key must equal the session id.");
            _partitionKey = NotTooLong(value);
        }
    }

    public string TransactionPartitionKey
    {
        get => _transactionPartitionKey;
        set => _transactionPartitionKey = NotTooLong(value);
    }

    public string ReplyToSessionId
    {
        get => _replyToSessionId;
        set => _replyToSessionId = NotTooLong(value);
    }

    public TimeSpan TimeToLive
    {
        get => _timeToLive;
        set
        {
            ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(value, TimeSpan.Zero);
            _timeToLive = value;
        }
    }

    public string CorrelationId { get; set; }

    public string Subject { get; set; }

    public string To { get; set; }

    public string ReplyTo { get; set; }

    public string ContentType { get; set; }

    public DateTimeOffset ScheduledEnqueueTime { get; set; }

    public override string ToString() => $"{{MessageId:{MessageId}}}";

    /// <summary>A copy that later changes to this message, or to the bytes it was made of, cannot reach.</summary>
    internal MessageContents Seal()
    {
        ApplicationPropertyTypes.Check(ApplicationProperties);
        return new MessageContents
        {
            Body = BinaryData.FromBytes(Body?.ToArray() ?? []),
            ApplicationProperties = ApplicationProperties.Count == 0
                ? MessageContents.NoProperties
                : new Dictionary<string, object>(ApplicationProperties).AsReadOnly(),
            MessageId = MessageId,
            SessionId = SessionId,
            PartitionKey = PartitionKey,
            TransactionPartitionKey = TransactionPartitionKey,
            CorrelationId = CorrelationId,
            Subject = Subject,
            To = To,
            ReplyTo = ReplyTo,
            ReplyToSessionId = ReplyToSessionId,
            ContentType = ContentType,
            TimeToLive = TimeToLive,
            ScheduledEnqueueTime = ScheduledEnqueueTime,
        };
    }

    private static string NotTooLong(string value) => value is { Length: > LongestId }
        ? throw new ArgumentOutOfRangeException(nameof(value), value, $"At most {LongestId} characters are allowed.")
        : value;
}
