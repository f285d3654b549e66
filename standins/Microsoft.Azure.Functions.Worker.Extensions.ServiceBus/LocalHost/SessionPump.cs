using Microsoft.Extensions.Logging;

namespace Microsoft.Azure.Functions.Worker.Extensions.ServiceBus.LocalHost;

/// <summary>Each worker holds one session at a time and takes its messages one after the other.</summary>
internal sealed class SessionPump(QueueSource source, MessageHandler handler, int workers, TimeSpan idleTimeout, ILogger logger) : Pump(workers, logger)
{
    protected override async Task WorkAsync(CancellationToken stopping)
    {
        await using var session = await source.Client.AcceptNextSessionAsync(source.Queue, cancellationToken: stopping);
        while (await session.ReceiveMessageAsync(idleTimeout, stopping) is { } message)
        {
            if (!await handler.HandleAsync(source, new Delivery(message, session)))
                return;
        }
    }
}
