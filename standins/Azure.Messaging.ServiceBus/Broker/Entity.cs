namespace Azure.Messaging.ServiceBus.Broker;

/// <summary>
/// A queue's messages, or those of its dead-letter subqueue: handed out under a lock, and then settled or back in
/// their place. Whoever calls holds the gate.
/// </summary>
internal sealed class Entity
{
    private readonly QueueDefinition _definition;
    private readonly Gate _gate;
    private readonly Entity? _deadLetter;
    private readonly Dictionary<Guid, StoredMessage> _locked = [];

    public Entity(QueueDefinition definition, Gate gate, Entity? deadLetter)
    {
        _definition = definition;
        _gate = gate;
        _deadLetter = deadLetter;
        if (definition.RequiresSession)
            Sessions = new Sessions(this, gate, definition.LockDuration);
        else
            Open = new Mailbox(gate, static (box, now) => box.Line.ServeNext(now));
    }

    public string Path => _definition.Name;

    public Shelf Shelf { get; } = new();

    /// <summary>Where everyone receives, unless the queue requires sessions.</summary>
    public Mailbox? Open { get; }

    public Sessions? Sessions { get; }

    public void Enqueue(StoredMessage message, DateTimeOffset now)
    {
        var timeToLive = message.Contents.TimeToLive < _definition.DefaultMessageTimeToLive
            ? message.Contents.TimeToLive
            : _definition.DefaultMessageTimeToLive;
        message.Contents = message.Contents with { TimeToLive = timeToLive };
        message.EnqueuedTime = now;
        message.ExpiresAt = now.PlusAtMost(timeToLive);
        message.Alarm = _gate.Alarms.Set(message.ExpiresAt, _ => ExpireUnlessLocked(message));
        message.State = ServiceBusMessageState.Active;
        Place(message);
    }

    public List<ServiceBusReceivedMessage>? Take(Mailbox mailbox, int most, ServiceBusReceiveMode mode, DateTimeOffset now)
    {
        List<ServiceBusReceivedMessage>? taken = null;
        while ((taken?.Count ?? 0) < most && mailbox.TakeNext() is { } message)
        {
            Lock(message, mailbox.Session?.Holder, now);
            (taken ??= []).Add(message.Received());
            if (mode == ServiceBusReceiveMode.ReceiveAndDelete) Remove(message);
        }

        return taken;
    }

    public StoredMessage Locked(Guid token, SessionLock? session)
    {
        if (session is { IsLost: true }) throw BrokerFaults.SessionLockIsLost(Path, session.Session.Id);
        if (!_locked.TryGetValue(token, out var message) || message.Lock!.Session != session)
            throw BrokerFaults.MessageLockIsLost(Path);
        return message;
    }

    /// <summary>The lock ends and the message stays: back in its place, unless it has failed or lived too long.</summary>
    public void Release(StoredMessage message, bool countsAsFailure, DateTimeOffset now)
    {
        Unlock(message);
        if (countsAsFailure) message.Failures++;

        if (message.Failures >= _definition.MaxDeliveryCount)
            Bury(message, "MaxDeliveryCountExceeded", $"It was delivered {message.Failures} times and never completed.");
        else if (message.ExpiresAt <= now)
            Expire(message);
        else
            message.Mailbox!.Put(message);
    }

    public void Remove(StoredMessage message)
    {
        Unlock(message);
        _gate.Alarms.Clear(message.Alarm);
        Shelf.Remove(message);
        message.Mailbox!.Stir();
    }

    public void Bury(StoredMessage message, string? reason, string? description)
    {
        if (_deadLetter is null) throw new InvalidOperationException($"'{Path}' is a dead-letter queue; it has none of its own.");
        Remove(message);
        message.Contents = message.Contents.With(DeadLetterProperties.Of(reason, description));
        message.ExpiresAt = DateTimeOffset.MaxValue;
        _deadLetter.Place(message);
    }

    public DateTimeOffset Renew(StoredMessage message, DateTimeOffset now)
    {
        var renewed = message.Lock!;
        _gate.Alarms.Clear(renewed.Expires);
        renewed.Until = now + _definition.LockDuration;
        renewed.Expires = _gate.Alarms.Set(renewed.Until, later => Release(message, countsAsFailure: true, later));
        return renewed.Until;
    }

    private void Place(StoredMessage message)
    {
        Shelf.Add(message);
        message.Mailbox = Open ?? Sessions!.Of(message.Contents.SessionId!).Mailbox;
        message.Mailbox.Put(message);
    }

    private void Lock(StoredMessage message, SessionLock? session, DateTimeOffset now)
    {
        message.Lock = new MessageLock(session);
        _locked.Add(message.Lock.Token, message);
        if (session is null)
            Renew(message, now);
        else
            session.Unsettled.Add(message);
    }

    private void Unlock(StoredMessage message)
    {
        if (message.Lock is not { } ended) return;
        _locked.Remove(ended.Token);
        _gate.Alarms.Clear(ended.Expires);
        ended.Session?.Unsettled.Remove(message);
        message.Lock = null;
    }

    private void ExpireUnlessLocked(StoredMessage message)
    {
        // A locked message may still be completed; if it is not, it expires when its lock ends.
        if (message.Lock is not null) return;
        message.Mailbox!.Withdraw(message);
        Expire(message);
    }

    private void Expire(StoredMessage message)
    {
        if (_definition.DeadLetteringOnMessageExpiration)
            Bury(message, "TTLExpiredException", $"It lived longer than {message.Contents.TimeToLive}.");
        else
            Remove(message);
    }
}
