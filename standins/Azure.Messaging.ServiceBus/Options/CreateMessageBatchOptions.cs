namespace Azure.Messaging.ServiceBus;

public class CreateMessageBatchOptions
{
    private long? _maxSizeInBytes;

    public long? MaxSizeInBytes
    {
        get => _maxSizeInBytes;
        set
        {
            if (value is { } bytes)
            {
                // A batch smaller than its own envelope could never take a message.
                ArgumentOutOfRangeException.ThrowIfLessThan(bytes, MessageSize.BatchEnvelope, nameof(value));
            }

            _maxSizeInBytes = value;
        }
    }
}
