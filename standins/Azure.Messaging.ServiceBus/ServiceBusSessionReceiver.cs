#nullable disable

using Azure.Messaging.ServiceBus.Broker;
using Azure.Messaging.ServiceBus.Connections;

namespace Azure.Messaging.ServiceBus;

public class ServiceBusSessionReceiver : ServiceBusReceiver
{
    private readonly CancellationTokenRegistration _whenConnectionCloses;

    protected ServiceBusSessionReceiver()
    {
    }

    internal ServiceBusSessionReceiver(
        NamespaceConnection connection, EntityAddress address, SessionLock session, ServiceBusSessionReceiverOptions options)
        : base(connection, address, session, new ServiceBusReceiverOptions
        {
            Identifier = options.Identifier,
            PrefetchCount = options.PrefetchCount,
            ReceiveMode = options.ReceiveMode,
        }) =>
        _whenConnectionCloses = connection.Closing.Register(() => Source.CloseSession(session));

    public virtual string SessionId => Session.Session.Id;

    public virtual DateTimeOffset SessionLockedUntil => Session.Until;

    public override bool IsClosed => base.IsClosed || Session.IsLost;

    public virtual Task RenewSessionLockAsync(CancellationToken cancellationToken = default) =>
        Outcome.Of(() => { Open.RenewSession(Session); }, cancellationToken);

    public override async Task CloseAsync(CancellationToken cancellationToken = default)
    {
        await _whenConnectionCloses.DisposeAsync();
        await base.CloseAsync(cancellationToken);
        Source.CloseSession(Session);
    }

    private ReceivingEnd Open
    {
        get
        {
            ThrowIfClosed();
            return Source;
        }
    }
}
