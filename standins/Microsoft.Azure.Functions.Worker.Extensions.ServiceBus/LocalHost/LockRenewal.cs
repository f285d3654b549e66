using Microsoft.Extensions.Logging;

namespace Microsoft.Azure.Functions.Worker.Extensions.ServiceBus.LocalHost;

/// <summary>
/// Renews a lock halfway to its end each time, until it is disposed of, but not for longer than host.json allows: after that the
/// lock runs out, as it does with the published host.
/// </summary>
internal sealed class LockRenewal(TimeSpan longest, TimeProvider time, ILogger logger)
{
    // Where clocks differ a lock may seem to be over all the time.
    private static readonly TimeSpan Shortest = TimeSpan.FromSeconds(1);

    public async Task DuringAsync(Func<DateTimeOffset> lockedUntil, Func<CancellationToken, Task> renew, Func<Task> work)
    {
        using var done = new CancellationTokenSource();
        var renewing = RenewAsync(lockedUntil, renew, done.Token);
        try
        {
            await work();
        }
        finally
        {
            await done.CancelAsync();
            await renewing;
        }
    }

    private async Task RenewAsync(Func<DateTimeOffset> lockedUntil, Func<CancellationToken, Task> renew, CancellationToken done)
    {
        var last = time.GetUtcNow() + longest;
        try
        {
            while (HalfOf(lockedUntil()) is var half && time.GetUtcNow() + half < last)
            {
                await Task.Delay(half, time, done);
                await renew(done);
            }
        }
        catch (OperationCanceledException) when (done.IsCancellationRequested)
        {
            // The work is done.
        }
        catch (Exception fault)
        {
            logger.LockNotRenewed(fault);
        }
    }

    private TimeSpan HalfOf(DateTimeOffset lockedUntil)
    {
        var half = (lockedUntil - time.GetUtcNow()) / 2;
        return half > Shortest ? half : Shortest;
    }
}
