using Properties = System.Collections.Generic.IEnumerable<System.Collections.Generic.KeyValuePair<string, object>>;
using Received = System.Collections.Generic.IReadOnlyList<Azure.Messaging.ServiceBus.ServiceBusReceivedMessage>;

namespace Azure.Messaging.ServiceBus.Broker;

/// <summary>What a receiver may do with a queue, or with its dead-letter subqueue.</summary>
internal sealed class ReceivingEnd(Entity entity, Gate gate)
{
    private Sessions Sessions => entity.Sessions ?? throw BrokerFaults.HasNoSessions(entity.Path);

    public Task<Received> ReceiveAsync(
        SessionLock? session, int most, ServiceBusReceiveMode mode, TimeSpan patience, CancellationToken cancellationToken)
    {
        if (session is not null) gate.Enter(_ => Alive(session));
        var mailbox = session?.Session.Mailbox ?? entity.Open ?? throw BrokerFaults.NeedsSession(entity.Path);
        return mailbox.Line.ServeAsync(
            now => session is { IsLost: true } ? throw LockIsLost(session) : entity.Take(mailbox, most, mode, now),
            patience,
            static waiter => waiter.SetResult([]),
            cancellationToken);
    }

    public Received Peek(SessionLock? session, long from, int most) => gate.Enter(_ => entity.Shelf.From(from)
        .Where(message => session is null || message.Contents.SessionId == session.Session.Id)
        .Take(most)
        .Select(message => message.Peeked())
        .ToArray());

    public void Complete(Guid token, SessionLock? session) =>
        gate.Enter(_ => entity.Remove(entity.Locked(token, session)));

    public void Abandon(Guid token, SessionLock? session, Properties? changes) => gate.Enter(now =>
    {
        var message = entity.Locked(token, session);
        message.Contents = message.Contents.With(changes);
        entity.Release(message, countsAsFailure: true, now);
    });

    public void DeadLetter(Guid token, SessionLock? session, Properties? changes, string? reason, string? description) => gate.Enter(_ =>
    {
        var message = entity.Locked(token, session);
        message.Contents = message.Contents.With(changes);
        entity.Bury(message, reason, description);
    });

    public DateTimeOffset RenewMessage(Guid token) => gate.Enter(now => entity.Renew(entity.Locked(token, session: null), now));

    public Task<SessionLock> AcceptNextSessionAsync(TimeSpan patience, CancellationToken cancellationToken)
    {
        var sessions = Sessions;
        return sessions.Line.ServeAsync(
            sessions.AcceptNext,
            patience,
            waiter => waiter.SetException(BrokerFaults.NoSessionInTime(entity.Path)),
            cancellationToken);
    }

    public SessionLock AcceptSession(string id)
    {
        var sessions = Sessions;
        return gate.Enter(now => sessions.Accept(id, now));
    }

    public void CloseSession(SessionLock session) => gate.Enter(now => Sessions.End(session, wasLost: false, now));

    public DateTimeOffset RenewSession(SessionLock session) => gate.Enter(now => Sessions.Renew(Alive(session), now));

    private SessionLock Alive(SessionLock session) =>
        session.IsLost ? throw LockIsLost(session) : session;

    private ServiceBusException LockIsLost(SessionLock session) => BrokerFaults.SessionLockIsLost(entity.Path, session.Session.Id);
}
