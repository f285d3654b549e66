using Interactions.Functions.Hosting;
using Interactions.Functions.Messaging.Provider;
using Interactions.Functions.Security;
using Interactions.Functions.Storage;
using Interactions.Functions.Storage.Configuration;
using Microsoft.Extensions.Logging;

namespace Interactions.Functions.Recovery;

/// <summary>
/// Compares what Twilio received for our lines with what came here, and takes in what did not. How far it got is written down after
/// each slice: what dies or is away on the way is looked at again, and what was taken in is found by its marker. What has to wait
/// holds up nothing but that.
/// </summary>
internal sealed class InboundReconciliation(
    ReceivedMessages received, Known known, LateIntake intake, InboundChecks checks, PolicySource policies, TwilioSettings settings,
    TimeProvider clock, ILogger<InboundReconciliation> logger, int mostPages = CheckTimes.MostPages)
{
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var now = Seconds(clock.GetUtcNow());
        if (await checks.FindAsync(settings.AccountSid, cancellationToken) is not { } check)
        {
            // Whatever the account received before was never ours to answer.
            await checks.BeginAsync(settings.AccountSid, now, cancellationToken);
            return;
        }

        var from = Later(check.Since, check.Through - CheckTimes.Overlap);
        var until = now - CheckTimes.Youngest;
        var longest = CheckTimes.LongestSlice;
        DateTimeOffset? left = null;
        while (from < until && clock.GetUtcNow() < now + CheckTimes.Run)
        {
            var end = from + longest < until ? from + longest : until;
            var most = end - from > CheckTimes.ShortestSlice ? mostPages : int.MaxValue;
            switch (await received.ListAsync(from, end, most))
            {
                case Received.Unavailable:
                    return;
                case Received.TooMany:
                    longest = (end - from) / 2;
                    break;
                case Received.All { Messages: var messages }:
                    var leftOfThese = await CompareAsync(messages, now + CheckTimes.Run, cancellationToken);
                    left ??= leftOfThese;
                    if (await checks.MoveAsync(check, Later(check.Through, left ?? end), cancellationToken) is not { } moved)
                        return;
                    known.Forget(before: moved.Through - (2 * CheckTimes.Overlap));
                    (check, from) = (moved, end);
                    break;
            }
        }
    }

    /// <summary>Null when nothing is left, otherwise when the first came that is.</summary>
    private async Task<DateTimeOffset?> CompareAsync(
        IReadOnlyList<ReceivedMessage> messages, DateTimeOffset deadline, CancellationToken cancellationToken)
    {
        var policy = await policies.CurrentAsync(cancellationToken);
        var ours = messages.Where(message => policy.LineFor(message.To, message.Service) is not null);
        var taken = 0;
        DateTimeOffset? left = null;
        foreach (var message in await known.MissingAmongAsync(ours, cancellationToken))
        {
            cancellationToken.ThrowIfCancellationRequested();
            var outcome = clock.GetUtcNow() < deadline ? await intake.TakeInAsync(message) : LateOutcome.Waits;
            taken += outcome == LateOutcome.TakenIn ? 1 : 0;
            if (outcome == LateOutcome.Waits)
                left ??= message.CameAt;
            else
                known.See(message);
        }

        if (taken > 0)
            logger.Recovered(taken);
        return left;
    }

    private static DateTimeOffset Later(DateTimeOffset one, DateTimeOffset other) => one > other ? one : other;

    // The list knows no fractions of one.
    private static DateTimeOffset Seconds(DateTimeOffset moment) => new(moment.Ticks - (moment.Ticks % TimeSpan.TicksPerSecond), TimeSpan.Zero);
}
