using Azure.Messaging.ServiceBus;

namespace Microsoft.Azure.Functions.Worker.Extensions.ServiceBus.LocalHost;

/// <summary>Renews the lock of a message, or of its session, halfway to its end each time, until it is disposed of.</summary>
internal sealed class LockRenewal : IAsyncDisposable
{
    private readonly CancellationTokenSource _done = new();
    private readonly Task _renewing;

    public LockRenewal(Delivery delivery, TimeSpan longest, TimeProvider time) =>
        _renewing = RenewAsync(delivery, time.GetUtcNow() + longest, time, _done.Token);

    public async ValueTask DisposeAsync()
    {
        await _done.CancelAsync();
        await _renewing.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _done.Dispose();
    }

    private static async Task RenewAsync(Delivery delivery, DateTimeOffset last, TimeProvider time, CancellationToken done)
    {
        while (time.GetUtcNow() < last)
        {
            var half = (LockedUntil(delivery) - time.GetUtcNow()) / 2;
            await Task.Delay(half > TimeSpan.Zero ? half : TimeSpan.Zero, time, done);
            await (delivery.Receiver is ServiceBusSessionReceiver session
                ? session.RenewSessionLockAsync(done)
                : delivery.Receiver.RenewMessageLockAsync(delivery.Message, done));
        }
    }

    private static DateTimeOffset LockedUntil(Delivery delivery) =>
        delivery.Receiver is ServiceBusSessionReceiver session ? session.SessionLockedUntil : delivery.Message.LockedUntil;
}
