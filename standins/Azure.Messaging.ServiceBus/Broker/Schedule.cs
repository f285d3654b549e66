namespace Azure.Messaging.ServiceBus.Broker;

/// <summary>Messages that are to be enqueued later. Whoever calls holds the gate.</summary>
internal sealed class Schedule(Entity entity, Gate gate, Func<long> nextSequenceNumber)
{
    public long Count { get; private set; }

    public void Add(StoredMessage message)
    {
        message.State = ServiceBusMessageState.Scheduled;
        message.EnqueuedTime = message.Contents.ScheduledEnqueueTime;
        message.Alarm = gate.Alarms.Set(message.Contents.ScheduledEnqueueTime, now => Enqueue(message, now));
        Count++;
        entity.Shelf.Add(message);
    }

    private void Enqueue(StoredMessage message, DateTimeOffset now)
    {
        Count--;
        entity.Shelf.Remove(message);
        // It joins the queue behind what is there, so its number of the time before is no longer its place.
        message.SequenceNumber = nextSequenceNumber();
        entity.Enqueue(message, now);
    }
}
