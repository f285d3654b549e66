using Azure.Messaging.ServiceBus;
using Microsoft.Extensions.Logging;

namespace Microsoft.Azure.Functions.Worker.Extensions.ServiceBus.LocalHost;

internal sealed class MessagePump(QueueSource source, MessageHandler handler, LockRenewal renewal, int workers, ILogger logger)
    : Pump(workers, logger)
{
    private readonly ServiceBusReceiver _receiver = source.Client.CreateReceiver(source.Queue);

    protected override async Task WorkAsync(CancellationToken stopping)
    {
        if (await _receiver.ReceiveMessageAsync(cancellationToken: stopping) is not { } message)
            return;

        await renewal.DuringAsync(
            () => message.LockedUntil,
            done => _receiver.RenewMessageLockAsync(message, done),
            () => handler.HandleAsync(source, new Delivery(message, _receiver)));
    }
}
