using static Azure.Messaging.ServiceBus.ServiceBusFailureReason;

namespace Azure.Messaging.ServiceBus.Broker;

/// <summary>The refusals of the broker, with the reasons that the service gives.</summary>
internal static class BrokerFaults
{
    public static ServiceBusException NoSuchQueue(string name) =>
        new($"There is no queue '{name}'.", MessagingEntityNotFound, name);

    public static ServiceBusException MessageLockIsLost(string path) =>
        new("The lock on the message has expired, or the message is settled already.", MessageLockLost, path);

    public static ServiceBusException SessionLockIsLost(string path, string session) =>
        new($"The lock on the session '{session}' has expired; accept it again.", SessionLockLost, path);

    public static ServiceBusException SessionIsHeld(string path, string session) =>
        new($"The session '{session}' is held by another receiver.", SessionCannotBeLocked, path);

    public static ServiceBusException NoSessionInTime(string path) =>
        new("No session had a message in the time allowed.", ServiceTimeout, path);

    public static InvalidOperationException NeedsSession(string path) =>
        new($"'{path}' requires sessions: accept one, and send with a SessionId.");

    public static InvalidOperationException HasNoSessions(string path) =>
        new($"'{path}' has no sessions to accept.");
}
