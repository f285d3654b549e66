namespace Azure.Messaging.ServiceBus.Broker;

/// <summary>The exclusive right of one receiver to a session.</summary>
internal sealed class SessionLock(BrokerSession session)
{
    public BrokerSession Session { get; } = session;
    public DateTimeOffset Until { get; set; }
    public Alarm? Expires { get; set; }

    /// <summary>What its holder has received and not settled.</summary>
    public HashSet<StoredMessage> Unsettled { get; } = [];

    public bool IsLost => Session.Holder != this;
}
