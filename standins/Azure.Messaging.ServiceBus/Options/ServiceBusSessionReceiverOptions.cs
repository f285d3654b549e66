#nullable disable

namespace Azure.Messaging.ServiceBus;

public class ServiceBusSessionReceiverOptions
{
    private int _prefetchCount;

    public string Identifier { get; set; }

    public ServiceBusReceiveMode ReceiveMode { get; set; } = ServiceBusReceiveMode.PeekLock;

    public int PrefetchCount
    {
        get => _prefetchCount;
        set
        {
            ArgumentOutOfRangeException.ThrowIfNegative(value);
            _prefetchCount = value;
        }
    }
}
