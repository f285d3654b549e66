using Interactions.Domain.Interactions;
using Interactions.Domain.Values;
using Interactions.Functions.Hosting;
using Interactions.Functions.Messaging;
using Interactions.Functions.Storage;
using Interactions.Functions.Storage.Configuration;
using Microsoft.Extensions.Logging;

namespace Interactions.Functions.Console;

/// <summary>
/// Has what is open in a queue looked at again where its times are others: what is under way for it comes at the times of before.
/// </summary>
internal sealed class TimersConcerned(OpenInQueue open, WakeSender wakes, TimeProvider clock, ILogger<TimersConcerned> logger)
{
    private const int AtOnce = 32;
    private const int ReadAtOnce = 20 * AtOnce;

    public static bool By(object? before, object? after) =>
        after is QueueDocument changed && TimesIn(before as QueueDocument ?? new()) != TimesIn(changed);

    /// <summary>When every instance knows. Whoever is missed is looked at when they would have been anyway.</summary>
    public async Task LookLaterAsync(QueueId queue, CancellationToken cancellationToken)
    {
        var then = clock.GetUtcNow() + PolicySource.KnownEverywhere;
        try
        {
            // As they are read: what is sent before time is up need not be sent again.
            await foreach (var ids in open.AllAsync(queue, cancellationToken).Chunk(ReadAtOnce).WithCancellation(cancellationToken))
                await Several.ForEachAsync(ids, AtOnce, (id, within) => wakes.SendAsync(new Wake.Timeout(id, then, 0), within), cancellationToken);
        }
        catch (Exception fault) when (fault is BusUnavailableException or StorageUnavailableException or OperationCanceledException)
        {
            logger.TimersLookedAtLater(queue, fault);
        }
    }

    private static Times TimesIn(QueueDocument queue) => new(
        queue.NewRoundAfterSeconds,
        queue.OverflowTo,
        queue.OverflowAfterSeconds,
        queue.AbandonAfterSeconds,
        queue.SilenceAfterSeconds,
        queue.NudgeText is null ? null : queue.NudgeAfterSeconds,
        queue.CloseWaitingAfterSeconds,
        queue.HoldLimitSeconds,
        queue.WrapUpForSeconds);

    private sealed record Times(
        double NewRound,
        string? OverflowTo,
        double? Overflow,
        double? Abandon,
        double? Silence,
        double? Nudge,
        double? CloseWaiting,
        double? HoldLimit,
        double? WrapUp);
}
