namespace Azure.Messaging.ServiceBus.Broker;

/// <summary>A queue's sessions: each held by one receiver at a time, the longest ready accepted first.</summary>
internal sealed class Sessions(Entity entity, Gate gate, TimeSpan lockDuration)
{
    private readonly Dictionary<string, BrokerSession> _sessions = new(StringComparer.Ordinal);
    private readonly LinkedList<BrokerSession> _acceptable = new();

    public WaitingLine<SessionLock> Line { get; } = new(gate);

    public BrokerSession Of(string id)
    {
        if (_sessions.TryGetValue(id, out var session)) return session;
        return _sessions[id] = new BrokerSession(id, gate, Deliver);
    }

    public SessionLock? AcceptNext(DateTimeOffset now) =>
        _acceptable.First is { Value: var session } ? Hold(session, now) : null;

    public SessionLock Accept(string id, DateTimeOffset now)
    {
        var session = Of(id);
        if (session.Holder is not null) throw BrokerFaults.SessionIsHeld(entity.Path, id);
        return Hold(session, now);
    }

    public DateTimeOffset Renew(SessionLock held, DateTimeOffset now)
    {
        gate.Alarms.Clear(held.Expires);
        held.Until = now + lockDuration;
        held.Expires = gate.Alarms.Set(held.Until, later => End(held, wasLost: true, later));
        return held.Until;
    }

    /// <summary>
    /// Everything unsettled returns to its place. A lock that expired counts as a failed delivery of each; a session
    /// that its receiver closed does not.
    /// </summary>
    public void End(SessionLock held, bool wasLost, DateTimeOffset now)
    {
        if (held.IsLost) return;
        gate.Alarms.Clear(held.Expires);
        held.Session.Holder = null;
        foreach (var message in held.Unsettled.ToArray()) entity.Release(message, countsAsFailure: wasLost, now);
        held.Session.Mailbox.Line.SendAway(BrokerFaults.SessionLockIsLost(entity.Path, held.Session.Id));
        held.Session.Mailbox.Stir();
    }

    private SessionLock Hold(BrokerSession session, DateTimeOffset now)
    {
        Unlist(session);
        session.Holder = new SessionLock(session);
        Renew(session.Holder, now);
        return session.Holder;
    }

    private void Deliver(Mailbox mailbox, DateTimeOffset now)
    {
        var session = mailbox.Session!;
        if (session.Holder is not null)
        {
            mailbox.Line.ServeNext(now);
            return;
        }

        if (mailbox.IsEmpty)
        {
            Unlist(session);
            // Nobody holds it and it has nothing: kept, such sessions would pile up for ever.
            _sessions.Remove(session.Id);
            return;
        }

        if (session.Place.List is null) _acceptable.AddLast(session.Place);
        Line.ServeNext(now);
    }

    private void Unlist(BrokerSession session)
    {
        if (session.Place.List is not null) _acceptable.Remove(session.Place);
    }
}
