#nullable disable

using Azure.Messaging.ServiceBus.Connections;

namespace Azure.Messaging.ServiceBus;

public class ServiceBusSender : IAsyncDisposable
{
    private readonly NamespaceConnection _connection;
    private bool _isClosed;

    protected ServiceBusSender()
    {
    }

    internal ServiceBusSender(NamespaceConnection connection, string entityPath, ServiceBusSenderOptions options)
    {
        _connection = connection;
        EntityPath = entityPath;
        Identifier = string.IsNullOrEmpty(options.Identifier) ? $"{entityPath}-{Guid.NewGuid()}" : options.Identifier;
    }

    public virtual string FullyQualifiedNamespace => _connection.FullyQualifiedNamespace;

    public virtual string EntityPath { get; }

    public virtual string Identifier { get; }

    public virtual bool IsClosed => _isClosed || _connection.IsClosed;

    public virtual Task SendMessageAsync(ServiceBusMessage message, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(message);
        return SendMessagesAsync([message], cancellationToken);
    }

    public virtual async Task SendMessagesAsync(IEnumerable<ServiceBusMessage> messages, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(messages);
        ThrowIfClosed();
        var contents = messages.Select(message => message.Seal()).ToArray();
        if (contents.Length > 0) await _connection.SendAsync(EntityPath, contents, cancellationToken);
    }

    public virtual Task SendMessagesAsync(ServiceBusMessageBatch messageBatch, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(messageBatch);
        return SendMessagesAsync(messageBatch.Messages, cancellationToken);
    }

    public virtual ValueTask<ServiceBusMessageBatch> CreateMessageBatchAsync(CancellationToken cancellationToken = default) =>
        CreateMessageBatchAsync(new CreateMessageBatchOptions(), cancellationToken);

    public virtual ValueTask<ServiceBusMessageBatch> CreateMessageBatchAsync(
        CreateMessageBatchOptions options, CancellationToken cancellationToken = default) => new(Outcome.Of(
        () =>
        {
            ThrowIfClosed();
            var most = options?.MaxSizeInBytes ?? MessageSize.Limit;
            ArgumentOutOfRangeException.ThrowIfGreaterThan(most, MessageSize.Limit, nameof(options));
            return new ServiceBusMessageBatch(most, [], MessageSize.BatchEnvelope);
        },
        cancellationToken));

    public virtual async Task<long> ScheduleMessageAsync(
        ServiceBusMessage message, DateTimeOffset scheduledEnqueueTime, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(message);
        var numbers = await ScheduleMessagesAsync([message], scheduledEnqueueTime, cancellationToken);
        return numbers[0];
    }

    public virtual async Task<IReadOnlyList<long>> ScheduleMessagesAsync(
        IEnumerable<ServiceBusMessage> messages, DateTimeOffset scheduledEnqueueTime, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(messages);
        ThrowIfClosed();
        var contents = messages.Select(message => message.Seal() with { ScheduledEnqueueTime = scheduledEnqueueTime }).ToArray();
        return contents.Length == 0 ? [] : await _connection.ScheduleAsync(EntityPath, contents, cancellationToken);
    }

    public virtual Task CloseAsync(CancellationToken cancellationToken = default)
    {
        _isClosed = true;
        return Task.CompletedTask;
    }

    public virtual async ValueTask DisposeAsync()
    {
        await CloseAsync();
        GC.SuppressFinalize(this);
    }

    private void ThrowIfClosed()
    {
        _connection.ThrowIfClosed();
        ObjectDisposedException.ThrowIf(_isClosed, this);
    }
}
