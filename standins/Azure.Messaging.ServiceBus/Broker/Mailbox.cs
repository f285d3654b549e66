namespace Azure.Messaging.ServiceBus.Broker;

/// <summary>Messages that may be handed out, in their order, and who waits for them: a queue's, or one session's.</summary>
internal sealed class Mailbox(Gate gate, Action<Mailbox, DateTimeOffset> deliver)
{
    private readonly SortedSet<StoredMessage> _ready = new(StoredMessage.InOrder);
    private bool _isStirred;

    public WaitingLine<IReadOnlyList<ServiceBusReceivedMessage>> Line { get; } = new(gate);

    public BrokerSession? Session { get; init; }

    public bool IsEmpty => _ready.Count == 0;

    public void Put(StoredMessage message)
    {
        _ready.Add(message);
        Stir();
    }

    public void Withdraw(StoredMessage message)
    {
        _ready.Remove(message);
        Stir();
    }

    public StoredMessage? TakeNext()
    {
        if (_ready.Min is not { } next) return null;
        _ready.Remove(next);
        return next;
    }

    /// <summary>Delivery waits until whole batches are in, so that who receives many gets them together.</summary>
    public void Stir()
    {
        if (_isStirred) return;
        _isStirred = true;
        gate.OnTheWayOut(now =>
        {
            _isStirred = false;
            deliver(this, now);
        });
    }
}
