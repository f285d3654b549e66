#nullable disable

using Azure.Core;
using Azure.Messaging.ServiceBus.Broker;
using Azure.Messaging.ServiceBus.Connections;
using Azure.Messaging.ServiceBus.Rest;

namespace Azure.Messaging.ServiceBus;

public class ServiceBusClient : IAsyncDisposable
{
    private readonly NamespaceConnection _connection;
    private readonly string _onlyEntity;

    protected ServiceBusClient()
    {
    }

    public ServiceBusClient(string connectionString)
        : this(connectionString, new ServiceBusClientOptions())
    {
    }

    public ServiceBusClient(string connectionString, ServiceBusClientOptions options)
    {
        var properties = ServiceBusConnectionStringProperties.Parse(connectionString).Complete();
        options ??= new ServiceBusClientOptions();
        _onlyEntity = properties.EntityPath;
        _connection = properties.UseDevelopmentEmulator
            ? new BrokerConnection(properties, options)
            : new RestConnection(properties.FullyQualifiedNamespace, Authorization.Of(properties, options.Time), options);
        Identifier = NameOf(options);
    }

    public ServiceBusClient(string fullyQualifiedNamespace, TokenCredential credential)
        : this(fullyQualifiedNamespace, credential, new ServiceBusClientOptions())
    {
    }

    public ServiceBusClient(string fullyQualifiedNamespace, TokenCredential credential, ServiceBusClientOptions options)
    {
        options ??= new ServiceBusClientOptions();
        _connection = new RestConnection(RestAddress.HostOf(fullyQualifiedNamespace), Authorization.Of(credential), options);
        Identifier = NameOf(options);
    }

    public virtual string FullyQualifiedNamespace => _connection.FullyQualifiedNamespace;

    public virtual bool IsClosed => _connection.IsClosed;

    public virtual string Identifier { get; }

    public virtual ServiceBusSender CreateSender(string queueOrTopicName) => CreateSender(queueOrTopicName, new ServiceBusSenderOptions());

    public virtual ServiceBusSender CreateSender(string queueOrTopicName, ServiceBusSenderOptions options)
    {
        Check(queueOrTopicName, nameof(queueOrTopicName));
        return new ServiceBusSender(_connection, queueOrTopicName, options ?? new ServiceBusSenderOptions());
    }

    public virtual ServiceBusReceiver CreateReceiver(string queueName) => CreateReceiver(queueName, new ServiceBusReceiverOptions());

    public virtual ServiceBusReceiver CreateReceiver(string queueName, ServiceBusReceiverOptions options)
    {
        Check(queueName, nameof(queueName));
        _connection.EnsureReceives();
        options ??= new ServiceBusReceiverOptions();
        return new ServiceBusReceiver(_connection, EntityAddress.Of(queueName, options.SubQueue), session: null, options);
    }

    public virtual async Task<ServiceBusSessionReceiver> AcceptNextSessionAsync(
        string queueName, ServiceBusSessionReceiverOptions options = null, CancellationToken cancellationToken = default)
    {
        var address = SessionQueue(queueName);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, _connection.Closing);
        try
        {
            var patience = _connection.RetryOptions.TryTimeout;
            var session = await _connection.Receive(address).AcceptNextSessionAsync(patience, either.Token);
            return new ServiceBusSessionReceiver(_connection, address, session, options ?? new ServiceBusSessionReceiverOptions());
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw new ObjectDisposedException(nameof(ServiceBusClient));
        }
    }

    public virtual Task<ServiceBusSessionReceiver> AcceptSessionAsync(
        string queueName,
        string sessionId,
        ServiceBusSessionReceiverOptions options = null,
        CancellationToken cancellationToken = default) =>
        Outcome.Of(
            () =>
            {
                var address = SessionQueue(queueName);
                ArgumentException.ThrowIfNullOrEmpty(sessionId);
                var session = _connection.Receive(address).AcceptSession(sessionId);
                return new ServiceBusSessionReceiver(_connection, address, session, options ?? new ServiceBusSessionReceiverOptions());
            },
            cancellationToken);

    public virtual ValueTask DisposeAsync()
    {
        _connection.Dispose();
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }

    private EntityAddress SessionQueue(string queueName)
    {
        Check(queueName, nameof(queueName));
        _connection.EnsureReceives();
        return EntityAddress.Of(queueName);
    }

    private void Check(string queueName, string parameter)
    {
        _connection.ThrowIfClosed();
        ArgumentException.ThrowIfNullOrWhiteSpace(queueName, parameter);
        if (_onlyEntity is not null && !_onlyEntity.Equals(queueName, StringComparison.OrdinalIgnoreCase))
            throw new ArgumentException($"The connection string is for '{_onlyEntity}' only.", parameter);
    }

    private string NameOf(ServiceBusClientOptions options) =>
        string.IsNullOrEmpty(options.Identifier) ? $"{FullyQualifiedNamespace}-{Guid.NewGuid()}" : options.Identifier;
}
