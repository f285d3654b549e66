using Interactions.Domain.Interactions;
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
    Erasures erasures, CommitLoop loop, ConversationStore conversations, ErasureSteps steps, TimeProvider clock, ILogger<Erasing> logger)
{
    private const int MostAttempts = 8;

    /// <param name="lastSeen">The last entry of the log by which it was decided; null where somebody ordered it.</param>
    /// <param name="until">How long it may take here; the rest is left to whoever comes by the clock.</param>
    public async Task<ErasureOutcome> EraseAsync(ProfileId profile, Actor by, long? lastSeen, DateTimeOffset until, CancellationToken cancellationToken)
    {
        // Nobody is written down of whom nothing is known.
        if ((await conversations.LoadAsync(profile, cancellationToken)).ETag is null)
            return new(Refusal.NotFound);
        for (var attempt = 1; attempt <= MostAttempts; attempt++)
        {
            var wanted = new ProfileErasure(profile, by, clock.GetUtcNow(), lastSeen);
            if (await TryAsync(await erasures.BeginAsync(wanted, cancellationToken), by, lastSeen, until, cancellationToken) is { } outcome)
                return outcome;
            await Task.Delay(Jitter.Before(attempt), clock, cancellationToken);
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
        else
            await steps.GoOnAsync(stored, until, cancellationToken);
    }

    // Null where somebody else has it in hand, and what they did is to be looked at.
    private async Task<ErasureOutcome?> TryAsync(
        StoredErasure stored, Actor by, long? lastSeen, DateTimeOffset until, CancellationToken cancellationToken)
    {
        var (erasure, profile) = (stored.Erasure, stored.Erasure.Profile);
        var decision = await loop.HandleAsync(profile, new EraseProfile(by, lastSeen), cancellationToken);
        if (decision is Decision.Refused refused)
        {
            if (erasure.Part is null)
                await erasures.EndAsync(stored, cancellationToken);
            return new(refused.Reason) { Grounds = refused.Grounds };
        }

        if (decision is Decision.Changed)
        {
            Metrics.Erased.Add(1);
            logger.Erased(profile, by);
        }

        var part = (await conversations.LoadAsync(profile, cancellationToken)).Conversation.Erased!;
        if (part != erasure.Part)
        {
            // From the beginning, where more is to go than before: what is gone is passed over.
            var begun = erasure with { Part = part, Stage = ErasureStage.Rows, Place = null, NotBefore = null };
            if (await erasures.ReplaceAsync(stored, begun, cancellationToken) is not { } replaced)
                return null;
            stored = replaced;
        }

        var isDone = await steps.GoOnAsync(stored, until, cancellationToken);
        return new(Refusal: null) { At = part.At, IsDone = isDone };
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
