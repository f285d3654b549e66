using Azure.Messaging.ServiceBus;
using Microsoft.Extensions.Logging;

namespace Microsoft.Azure.Functions.Worker.Extensions.ServiceBus.LocalHost;

/// <summary>
/// Each worker holds one session at a time and takes its messages one after the other. The lock is the session's: it is renewed from
/// the acceptance on, also between messages, and a session that stays busy for longer than locks are renewed loses it.
/// </summary>
internal sealed class SessionPump(
    QueueSource source, MessageHandler handler, LockRenewal renewal, int workers, TimeSpan idleTimeout, ILogger logger)
    : Pump(workers, logger)
{
    protected override async Task WorkAsync(CancellationToken stopping)
    {
        await using var session = await source.Client.AcceptNextSessionAsync(source.Queue, cancellationToken: stopping);
        await renewal.DuringAsync(() => session.SessionLockedUntil, session.RenewSessionLockAsync, () => DrainAsync(session, stopping));
    }

    private async Task DrainAsync(ServiceBusSessionReceiver session, CancellationToken stopping)
    {
        while (await session.ReceiveMessageAsync(idleTimeout, stopping) is { } message)
        {
            if (!await handler.HandleAsync(source, new Delivery(message, session)))
                return;
        }
    }
}
