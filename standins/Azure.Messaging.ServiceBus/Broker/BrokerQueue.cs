using Azure.Messaging.ServiceBus.Administration;

namespace Azure.Messaging.ServiceBus.Broker;

/// <summary>A queue with its dead-letter subqueue, as senders and receivers meet it.</summary>
internal sealed class BrokerQueue : IDisposable
{
    private readonly Gate _gate;
    private readonly Entity _main;
    private readonly Entity _deadLetter;
    private readonly Schedule _schedule;
    private readonly DuplicateHistory? _history;
    private long _lastSequenceNumber;

    public BrokerQueue(QueueDefinition definition, TimeProvider time)
    {
        Definition = definition;
        _gate = new Gate(time);
        _deadLetter = new Entity(definition.DeadLetter, _gate, deadLetter: null);
        _main = new Entity(definition, _gate, _deadLetter);
        _schedule = new Schedule(_main, _gate, () => ++_lastSequenceNumber);
        _history = definition.RequiresDuplicateDetection ? new(definition.DuplicateDetectionHistoryTimeWindow) : null;
    }

    public QueueDefinition Definition { get; }

    public string Name => Definition.Name;

    public bool RequiresSession => Definition.RequiresSession;

    public ReceivingEnd Receive(bool fromDeadLetter) => new(fromDeadLetter ? _deadLetter : _main, _gate);

    /// <summary>All or none: what would be refused is found before anything is stored.</summary>
    public IReadOnlyList<long> Send(IReadOnlyList<MessageContents> messages)
    {
        if (RequiresSession && messages.Any(message => message.SessionId is null)) throw BrokerFaults.NeedsSession(Name);
        MessageSize.Check(messages, Name);

        return _gate.Enter(now =>
        {
            var numbers = new long[messages.Count];
            for (var i = 0; i < numbers.Length; i++) numbers[i] = Store(messages[i], now);
            return numbers;
        });
    }

    public QueueRuntimeProperties Counts() => _gate.Enter(_ => new QueueRuntimeProperties(Name)
    {
        ActiveMessageCount = _main.Shelf.Count - _schedule.Count,
        ScheduledMessageCount = _schedule.Count,
        DeadLetterMessageCount = _deadLetter.Shelf.Count,
        TotalMessageCount = _main.Shelf.Count + _deadLetter.Shelf.Count,
        SizeInBytes = _main.Shelf.Bytes + _deadLetter.Shelf.Bytes,
    });

    public void Dispose() => _gate.Dispose();

    private long Store(MessageContents contents, DateTimeOffset now)
    {
        var number = ++_lastSequenceNumber;
        // To its sender a duplicate looks sent; its number names nothing.
        if (_history?.HasSeen(contents.MessageId, now) is true) return number;

        var message = new StoredMessage(contents, number);
        if (contents.ScheduledEnqueueTime > now)
            _schedule.Add(message);
        else
            _main.Enqueue(message, now);
        return number;
    }
}
