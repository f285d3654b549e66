namespace Azure.Messaging.ServiceBus.Broker;

/// <summary>The right of one receiver to settle a message. In a session it lives and dies with the session's lock.</summary>
internal sealed class MessageLock(SessionLock? session)
{
    private DateTimeOffset _until;

    public Guid Token { get; } = Guid.NewGuid();
    public SessionLock? Session { get; } = session;
    public Alarm? Expires { get; set; }

    public DateTimeOffset Until
    {
        get => Session?.Until ?? _until;
        set => _until = value;
    }
}
