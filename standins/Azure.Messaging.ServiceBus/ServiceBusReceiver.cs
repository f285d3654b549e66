#nullable disable

using Azure.Messaging.ServiceBus.Broker;
using Azure.Messaging.ServiceBus.Connections;

namespace Azure.Messaging.ServiceBus;

public class ServiceBusReceiver : IAsyncDisposable
{
    private readonly NamespaceConnection _connection;
    private readonly EntityAddress _address;
    private readonly CancellationTokenSource _closing;
    private readonly CancellationToken _closed;
    private ReceivingEnd _source;
    private long _peekedTo;
    private int _closes;

    protected ServiceBusReceiver()
    {
    }

    internal ServiceBusReceiver(
        NamespaceConnection connection, EntityAddress address, SessionLock session, ServiceBusReceiverOptions options)
    {
        _connection = connection;
        _address = address;
        _closing = CancellationTokenSource.CreateLinkedTokenSource(connection.Closing);
        _closed = _closing.Token;
        Session = session;
        PrefetchCount = options.PrefetchCount;
        ReceiveMode = options.ReceiveMode;
        Identifier = string.IsNullOrEmpty(options.Identifier) ? $"{address.Path}-{Guid.NewGuid()}" : options.Identifier;
    }

    public virtual string FullyQualifiedNamespace => _connection.FullyQualifiedNamespace;

    public virtual string EntityPath => _address.Path;

    public virtual ServiceBusReceiveMode ReceiveMode { get; }

    public virtual int PrefetchCount { get; }

    public virtual string Identifier { get; }

    public virtual bool IsClosed => _closed.IsCancellationRequested;

    internal SessionLock Session { get; }

    internal ReceivingEnd Source => _source ??= _connection.Receive(_address);

    public virtual async Task<ServiceBusReceivedMessage> ReceiveMessageAsync(
        TimeSpan? maxWaitTime = default, CancellationToken cancellationToken = default)
    {
        var messages = await ReceiveMessagesAsync(1, maxWaitTime, cancellationToken);
        return messages.Count == 0 ? null : messages[0];
    }

    public virtual async Task<IReadOnlyList<ServiceBusReceivedMessage>> ReceiveMessagesAsync(
        int maxMessages, TimeSpan? maxWaitTime = default, CancellationToken cancellationToken = default)
    {
        ThrowIfClosed();
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(maxMessages);
        if (maxWaitTime is { } wait)
        {
            // No wait at all makes sense only for messages fetched in advance.
            ArgumentOutOfRangeException.ThrowIfLessThan(wait, TimeSpan.Zero, nameof(maxWaitTime));
            if (PrefetchCount == 0) ArgumentOutOfRangeException.ThrowIfEqual(wait, TimeSpan.Zero, nameof(maxWaitTime));
        }

        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, _closed);
        try
        {
            var patience = maxWaitTime ?? _connection.RetryOptions.TryTimeout;
            return await Source.ReceiveAsync(Session, maxMessages, ReceiveMode, patience, either.Token);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            throw new TaskCanceledException(null, null, cancellationToken);
        }
        catch (OperationCanceledException)
        {
            throw new ObjectDisposedException(GetType().Name);
        }
    }

    public virtual async Task<ServiceBusReceivedMessage> PeekMessageAsync(
        long? fromSequenceNumber = default, CancellationToken cancellationToken = default)
    {
        var messages = await PeekMessagesAsync(1, fromSequenceNumber, cancellationToken);
        return messages.Count == 0 ? null : messages[0];
    }

    public virtual Task<IReadOnlyList<ServiceBusReceivedMessage>> PeekMessagesAsync(
        int maxMessages, long? fromSequenceNumber = default, CancellationToken cancellationToken = default) => Outcome.Of(
        () =>
        {
            ThrowIfClosed();
            ArgumentOutOfRangeException.ThrowIfNegativeOrZero(maxMessages);
            var messages = Source.Peek(Session, fromSequenceNumber ?? (_peekedTo + 1), maxMessages);
            if (messages.Count > 0) _peekedTo = messages[^1].SequenceNumber;
            return messages;
        },
        cancellationToken);

    public virtual Task CompleteMessageAsync(ServiceBusReceivedMessage message, CancellationToken cancellationToken = default) =>
        SettleAsync(message, token => Source.Complete(token, Session), cancellationToken);

    public virtual Task AbandonMessageAsync(
        ServiceBusReceivedMessage message,
        IDictionary<string, object> propertiesToModify = default,
        CancellationToken cancellationToken = default) =>
        SettleAsync(message, token => Source.Abandon(token, Session, propertiesToModify), cancellationToken);

    public virtual Task DeadLetterMessageAsync(
        ServiceBusReceivedMessage message,
        IDictionary<string, object> propertiesToModify = default,
        CancellationToken cancellationToken = default) =>
        SettleAsync(message, token => Source.DeadLetter(token, Session, propertiesToModify, null, null), cancellationToken);

    public virtual Task DeadLetterMessageAsync(
        ServiceBusReceivedMessage message,
        string deadLetterReason,
        string deadLetterErrorDescription = default,
        CancellationToken cancellationToken = default) =>
        SettleAsync(
            message,
            token => Source.DeadLetter(token, Session, null, deadLetterReason, deadLetterErrorDescription),
            cancellationToken);

    public virtual Task DeadLetterMessageAsync(
        ServiceBusReceivedMessage message,
        IDictionary<string, object> propertiesToModify,
        string deadLetterReason,
        string deadLetterErrorDescription = default,
        CancellationToken cancellationToken = default) =>
        SettleAsync(
            message,
            token => Source.DeadLetter(token, Session, propertiesToModify, deadLetterReason, deadLetterErrorDescription),
            cancellationToken);

    public virtual Task RenewMessageLockAsync(ServiceBusReceivedMessage message, CancellationToken cancellationToken = default) =>
        SettleAsync(
            message,
            token =>
            {
                if (Session is not null)
                    throw new InvalidOperationException("In a session the session's lock is renewed, not that of a message.");
                message.LockedUntil = Source.RenewMessage(token);
            },
            cancellationToken);

    public virtual async Task CloseAsync(CancellationToken cancellationToken = default)
    {
        if (Interlocked.Exchange(ref _closes, 1) != 0) return;
        await _closing.CancelAsync();
        _closing.Dispose();
    }

    public virtual async ValueTask DisposeAsync()
    {
        await CloseAsync();
        _closing?.Dispose();
        GC.SuppressFinalize(this);
    }

    internal void ThrowIfClosed()
    {
        _connection.ThrowIfClosed();
        ObjectDisposedException.ThrowIf(_closed.IsCancellationRequested, this);
    }

    private Task SettleAsync(ServiceBusReceivedMessage message, Action<Guid> settle, CancellationToken cancellationToken) => Outcome.Of(
        () =>
        {
            ThrowIfClosed();
            ArgumentNullException.ThrowIfNull(message);
            if (ReceiveMode == ServiceBusReceiveMode.ReceiveAndDelete)
                throw new InvalidOperationException("A message received in the mode ReceiveAndDelete is settled already.");
            if (message.LockTokenGuid == Guid.Empty)
                throw new InvalidOperationException("A message that was only peeked at has no lock, so it cannot be settled.");
            settle(message.LockTokenGuid);
        },
        cancellationToken);
}
