using Interactions.Domain.Interactions;
using Interactions.Domain.Privacy;
using Interactions.Domain.Values;
using Interactions.Functions.Commit;
using Interactions.Functions.Hosting;
using Interactions.Functions.Storage;
using Microsoft.Extensions.Logging;

namespace Interactions.Functions.Privacy;

/// <summary>
/// Has everything personal of a profile go. That it is wanted is stored first, then the head says that it is so, then the rows follow and
/// what the provider has. Whoever dies on the way leaves a row by which the next goes on; two who erase at once do it once.
/// </summary>
internal sealed class Erasing(
    Erasures erasures,
    CommitLoop loop,
    ConversationStore conversations,
    ErasureSteps steps,
    UnprocessedErasure unprocessed,
    TimeProvider clock,
    ILogger<Erasing> logger)
{
    private const int MostAttempts = 8;

    /// <param name="lastSeen">The last entry of the log by which it was decided; null where somebody ordered it.</param>
    /// <param name="until">How long it may take here; the rest is left to whoever comes by the clock.</param>
    public async Task<ErasureOutcome> EraseAsync(ProfileId profile, Actor by, long? lastSeen, DateTimeOffset until, CancellationToken cancellationToken)
    {
        // Nobody is written down of whom nothing is known.
        var wanted = new ProfileErasure(profile, by, clock.GetUtcNow(), lastSeen);
        if ((await conversations.LoadAsync(profile, cancellationToken)).ETag is null
            && !(wanted.IsOrdered && await unprocessed.AnyAsync(profile, wanted.WantedAt, cancellationToken)))
        {
            return new(Refusal.NotFound);
        }

        for (var attempt = 1; attempt <= MostAttempts; attempt++)
        {
            if (await TryAsync(await erasures.BeginAsync(wanted, cancellationToken), by, lastSeen, until, cancellationToken) is { } outcome)
                return outcome;
            await Task.Delay(Jitter.Before(attempt, clock), clock, cancellationToken);
        }

        throw new ContendedException();
    }

    /// <summary>Goes on with what somebody began.</summary>
    public async Task GoOnAsync(StoredErasure stored, DateTimeOffset until, CancellationToken cancellationToken)
    {
        if (stored.Erasure.NotBefore > clock.GetUtcNow())
            return;
        if (stored.Erasure.Part is null)
            await TryAsync(stored, stored.Erasure.By, stored.Erasure.LastSeen, until, cancellationToken);
        else if (await GoesAsync(stored, cancellationToken) is { } going)
            await steps.GoOnAsync(going, until, cancellationToken);
    }

    // Whoever had the head say more may be gone before the row said so. Null where somebody else has it in hand.
    private async Task<StoredErasure?> GoesAsync(StoredErasure stored, CancellationToken cancellationToken)
    {
        var part = (await conversations.LoadAsync(stored.Erasure.Profile, cancellationToken)).Conversation.Erased;
        return part is null || part == stored.Erasure.Part ? stored : await erasures.ReplaceAsync(stored, stored.Erasure.Of(part), cancellationToken);
    }

    // Null where somebody else has it in hand, and what they did is to be looked at.
    private async Task<ErasureOutcome?> TryAsync(
        StoredErasure stored, Actor by, long? lastSeen, DateTimeOffset until, CancellationToken cancellationToken)
    {
        var (erasure, profile) = (stored.Erasure, stored.Erasure.Profile);
        var decision = await loop.HandleAsync(profile, new EraseProfile(by, lastSeen), cancellationToken);
        if (decision is Decision.Refused refused && !(refused.Reason == Refusal.NotFound && erasure.IsOrdered))
        {
            await LeaveAsync(stored, cancellationToken);
            return new(refused.Reason) { Grounds = refused.Grounds };
        }

        if (decision is not Decision.Nothing)
        {
            Metrics.Erased.Add(1);
            logger.Erased(profile, by);
        }

        // Of whom nothing was ever taken in, there is what could not be.
        var part = (await conversations.LoadAsync(profile, cancellationToken)).Conversation.Erased ?? new ErasedPart(erasure.WantedAt, 0, 1);
        if (part != erasure.Part)
        {
            if (await erasures.ReplaceAsync(stored, erasure.Of(part), cancellationToken) is not { } replaced)
                return null;
            stored = replaced;
        }

        var isDone = await steps.GoOnAsync(stored, until, cancellationToken);
        return new(Refusal: null) { At = part.At, IsDone = isDone };
    }

    // What was being erased before goes on as if nobody had wanted more.
    private async Task LeaveAsync(StoredErasure stored, CancellationToken cancellationToken)
    {
        if (stored.Erasure is { Part: null, Before: { } before } erasure)
            await erasures.ReplaceAsync(stored, erasure.Of(before) with { WantedAt = before.At }, cancellationToken);
        else if (stored.Erasure.Part is null)
            await erasures.EndAsync(stored, cancellationToken);
    }
}

/// <summary>What came of it.</summary>
/// <param name="Refusal">Null where nobody will find anything any more.</param>
internal sealed record ErasureOutcome(Refusal? Refusal)
{
    public Grounds? Grounds { get; init; }

    public DateTimeOffset? At { get; init; }

    /// <summary>Whether nothing is left to do, here and at the provider.</summary>
    public bool IsDone { get; init; }
}
