namespace Azure.Messaging.ServiceBus.Broker;

/// <summary>Messages that are to be enqueued later. Whoever calls holds the gate.</summary>
internal sealed class Schedule(Entity entity, Gate gate, Func<long> nextSequenceNumber)
{
    private readonly Dictionary<long, StoredMessage> _waiting = [];

    public long Count => _waiting.Count;

    public void Add(StoredMessage message)
    {
        message.State = ServiceBusMessageState.Scheduled;
        message.EnqueuedTime = message.Contents.ScheduledEnqueueTime;
        message.Alarm = gate.Alarms.Set(message.Contents.ScheduledEnqueueTime, now => Enqueue(message, now));
        _waiting.Add(message.SequenceNumber, message);
        entity.Shelf.Add(message);
    }

    public void Cancel(IReadOnlyCollection<long> sequenceNumbers)
    {
        foreach (var number in sequenceNumbers)
        {
            if (!_waiting.ContainsKey(number)) throw BrokerFaults.NoSuchScheduledMessage(entity.Path, number);
        }

        foreach (var number in sequenceNumbers)
        {
            if (!_waiting.Remove(number, out var message)) continue;
            gate.Alarms.Clear(message.Alarm);
            entity.Shelf.Remove(message);
        }
    }

    private void Enqueue(StoredMessage message, DateTimeOffset now)
    {
        _waiting.Remove(message.SequenceNumber);
        entity.Shelf.Remove(message);
        // It joins the queue behind what is there, so its number of the time before is no longer its place.
        message.SequenceNumber = nextSequenceNumber();
        entity.Enqueue(message, now);
    }
}
