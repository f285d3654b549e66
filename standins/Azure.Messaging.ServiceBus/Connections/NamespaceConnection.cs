using Azure.Messaging.ServiceBus.Broker;

namespace Azure.Messaging.ServiceBus.Connections;

/// <summary>What clients of one namespace share: where it is, and whether it is still open.</summary>
internal abstract class NamespaceConnection : IDisposable
{
    private readonly CancellationTokenSource _closing = new();

    protected NamespaceConnection(string fullyQualifiedNamespace, ServiceBusClientOptions options)
    {
        FullyQualifiedNamespace = fullyQualifiedNamespace;
        RetryOptions = options.RetryOptions.Copy();
        Closing = _closing.Token;
    }

    public string FullyQualifiedNamespace { get; }

    public ServiceBusRetryOptions RetryOptions { get; }

    public CancellationToken Closing { get; }

    public bool IsClosed => Closing.IsCancellationRequested;

    public abstract Task<IReadOnlyList<long>> SendAsync(
        string entityPath, IReadOnlyList<MessageContents> messages, CancellationToken cancellationToken);

    /// <summary>Sends for later and answers with each message's sequence number.</summary>
    public abstract Task<IReadOnlyList<long>> ScheduleAsync(
        string entityPath, IReadOnlyList<MessageContents> messages, CancellationToken cancellationToken);

    public abstract ReceivingEnd Receive(EntityAddress address);

    public abstract void EnsureReceives();

    public void ThrowIfClosed() => ObjectDisposedException.ThrowIf(IsClosed, typeof(ServiceBusClient));

    public void Dispose()
    {
        if (IsClosed) return;
        _closing.Cancel();
        _closing.Dispose();
    }
}
