using Azure.Messaging.ServiceBus.Broker;

namespace Azure.Messaging.ServiceBus.Connections;

/// <summary>A namespace that lives in this process. Its broker is looked up on use, so that tests may declare it late.</summary>
internal sealed class BrokerConnection(ServiceBusConnectionStringProperties properties, ServiceBusClientOptions options)
    : NamespaceConnection(properties.FullyQualifiedNamespace, options)
{
    private DevelopmentBroker? _broker;

    private DevelopmentBroker Broker => _broker ??= DevelopmentBroker.For(properties.Endpoint.OriginalString);

    public override Task<IReadOnlyList<long>> SendAsync(
        string entityPath, IReadOnlyList<MessageContents> messages, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return Task.FromResult(Broker.Queue(entityPath).Send(messages));
    }

    public override Task<IReadOnlyList<long>> ScheduleAsync(
        string entityPath, IReadOnlyList<MessageContents> messages, CancellationToken cancellationToken) =>
        SendAsync(entityPath, messages, cancellationToken);

    public override ReceivingEnd Receive(EntityAddress address) => Broker.Queue(address.Queue).Receive(address.IsDeadLetter);

    public override void EnsureReceives()
    {
    }
}
