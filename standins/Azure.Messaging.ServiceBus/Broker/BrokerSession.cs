namespace Azure.Messaging.ServiceBus.Broker;

internal sealed class BrokerSession
{
    public BrokerSession(string id, Gate gate, Action<Mailbox, DateTimeOffset> deliver)
    {
        Id = id;
        Mailbox = new Mailbox(gate, deliver) { Session = this };
        Place = new LinkedListNode<BrokerSession>(this);
    }

    public string Id { get; }
    public Mailbox Mailbox { get; }
    public SessionLock? Holder { get; set; }

    /// <summary>Where it stands among the sessions that may be accepted, if it does.</summary>
    public LinkedListNode<BrokerSession> Place { get; }
}
