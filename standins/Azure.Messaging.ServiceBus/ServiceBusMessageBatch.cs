#nullable disable

namespace Azure.Messaging.ServiceBus;

public sealed class ServiceBusMessageBatch : IDisposable
{
    private readonly IList<ServiceBusMessage> _messages;
    private readonly Func<ServiceBusMessage, bool> _accepts;
    private bool _isDisposed;

    internal ServiceBusMessageBatch(
        long maxSizeInBytes,
        IList<ServiceBusMessage> messages,
        long sizeInBytes,
        Func<ServiceBusMessage, bool> accepts = null)
    {
        MaxSizeInBytes = maxSizeInBytes;
        SizeInBytes = sizeInBytes;
        _messages = messages;
        _accepts = accepts ?? (_ => true);
    }

    public long MaxSizeInBytes { get; }

    public long SizeInBytes { get; private set; }

    public int Count => _messages.Count;

    internal IEnumerable<ServiceBusMessage> Messages => _messages;

    public bool TryAddMessage(ServiceBusMessage message)
    {
        ObjectDisposedException.ThrowIf(_isDisposed, this);
        ArgumentNullException.ThrowIfNull(message);

        var size = MessageSize.Of(message.Seal());
        if (SizeInBytes + size > MaxSizeInBytes || !_accepts(message)) return false;

        _messages.Add(message);
        SizeInBytes += size;
        return true;
    }

    public void Dispose()
    {
        _isDisposed = true;
        _messages.Clear();
    }
}
