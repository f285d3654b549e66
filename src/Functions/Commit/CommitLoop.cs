using Interactions.Domain.Interactions;
using Interactions.Domain.Values;
using Interactions.Functions.Hosting;
using Interactions.Functions.Storage;
using Interactions.Functions.Storage.Configuration;
using Microsoft.Extensions.Logging;

namespace Interactions.Functions.Commit;

/// <summary>
/// Load, decide, announce, commit: the only way a conversation changes. Whatever came in between is met by deciding again, on
/// what is there by then.
/// </summary>
internal sealed class CommitLoop(
    ConversationStore conversations,
    Announcer announcer,
    Reservations reservations,
    NumberLeases numbers,
    PolicySource policies,
    Turns turns,
    TimeProvider clock,
    ILogger<CommitLoop> logger)
{
    private const int MostAttempts = 8;
    private const int MostOutages = 3;

    /// <param name="candidate">The agent whom the order names, where the router has just looked.</param>
    /// <param name="isMeant">Which versions may be changed, where whoever ordered said that. What is done already needs no change.</param>
    public async Task<Decision> HandleAsync(
        ProfileId profile, Command command, CancellationToken cancellationToken, Candidate? candidate = null, Func<long, bool>? isMeant = null)
    {
        using var turn = await turns.EnterAsync(profile, cancellationToken);
        var work = new Work(profile, command, candidate, isMeant);
        var outages = 0;
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                if (await TryAsync(work, cancellationToken) is { } decision)
                    return decision;
                if (attempt == MostAttempts)
                    throw new ContendedException();
            }
            catch (StorageUnavailableException) when (++outages < MostOutages)
            {
                // Whether a write came through is not known: what is there now tells.
            }

            logger.DecidingAgain(profile, attempt);
            await Task.Delay(Jitter.Before(attempt), clock, cancellationToken);
        }
    }

    private async Task<Decision?> TryAsync(Work work, CancellationToken cancellationToken)
    {
        var policy = await policies.CurrentAsync(cancellationToken);
        var loaded = await conversations.LoadAsync(work.Profile, cancellationToken);
        using var number = await NumberFor.TakeAsync(work.Command, numbers, cancellationToken);

        var decision = Lifecycle.Decide(loaded.Conversation, number.Command, policy, clock.GetUtcNow());
        if (decision is not Decision.Changed changed)
            return await GiveBackAsync(work, loaded.Conversation, decision, cancellationToken);
        if (!work.Means(loaded.Conversation))
            return await GiveBackAsync(work, loaded.Conversation, new Decision.Refused(Refusal.Outdated), cancellationToken);

        if (await work.ReserveAsync(changed, reservations, cancellationToken) is { } full)
            return await GiveBackAsync(work, loaded.Conversation, new Decision.Refused(full), cancellationToken);

        number.IsSpent = changed.Touches.Any(touch => touch is IndexTouch.Numbered);
        await AnnounceAsync(work, loaded.Conversation, changed, cancellationToken);
        work.MayBeStored = true;
        switch (await conversations.CommitAsync(loaded, changed, cancellationToken))
        {
            case CommitOutcome.Committed:
                await announcer.TidyAsync(changed, work.Moves, cancellationToken);
                return await GiveBackAsync(work, changed.Conversation, changed, cancellationToken);
            case CommitOutcome.Duplicate:
                return await AnswerOfFirstAsync(work.Profile, changed.Receipt!, cancellationToken);
            default:
                await announcer.DoubtAsync(changed, clock.GetUtcNow(), cancellationToken);
                return null;
        }
    }

    private async Task AnnounceAsync(Work work, Conversation conversation, Decision.Changed changed, CancellationToken cancellationToken)
    {
        try
        {
            await announcer.AnnounceAsync(changed, cancellationToken);
        }
        catch (Exception) when (!work.MayBeStored)
        {
            // Nothing will come of it, and what was reserved for it would be missed.
            await reservations.TryFreeAsync(work.NotHeldIn(conversation));
            throw;
        }
    }

    // What an earlier attempt reserved, and came to nothing: somebody may have been turned away for it.
    private async Task<Decision> GiveBackAsync(Work work, Conversation conversation, Decision decision, CancellationToken cancellationToken)
    {
        foreach (var made in work.NotHeldIn(conversation))
        {
            await reservations.FreeAsync(made, cancellationToken);
            await announcer.TellAsync(new Wake.Serve(made.Agent, made.Id, made.Version), cancellationToken);
        }

        return decision;
    }

    // It came in this moment by another way, or so long ago that only its marker remembers what was answered.
    private async Task<Decision> AnswerOfFirstAsync(ProfileId profile, Receipt again, CancellationToken cancellationToken) =>
        new Decision.Nothing((await conversations.FindReceiptAsync(profile, again.Name, cancellationToken))?.Answers ?? []);
}
