namespace Azure.Messaging.ServiceBus.Broker;

/// <summary>All messages of an entity in their order, whatever their state: what peeking and counting see.</summary>
internal sealed class Shelf
{
    private readonly SortedSet<StoredMessage> _messages = new(StoredMessage.InOrder);

    public long Count => _messages.Count;

    public long Bytes { get; private set; }

    public void Add(StoredMessage message)
    {
        _messages.Add(message);
        Bytes += message.Size;
    }

    public void Remove(StoredMessage message)
    {
        _messages.Remove(message);
        Bytes -= message.Size;
    }

    public IEnumerable<StoredMessage> From(long sequenceNumber)
    {
        var last = _messages.Max;
        if (last is null || last.SequenceNumber < sequenceNumber) return [];
        return _messages.GetViewBetween(new StoredMessage(Nothing, sequenceNumber), last);
    }

    private static readonly MessageContents Nothing = new()
    {
        Body = BinaryData.FromBytes(ReadOnlyMemory<byte>.Empty),
        ApplicationProperties = MessageContents.NoProperties,
    };
}
