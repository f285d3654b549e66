using Interactions.Domain.Interactions;
using Interactions.Domain.Values;
using Interactions.Functions.Hosting;
using Interactions.Functions.Storage;
using Interactions.Functions.Storage.Configuration;
using Interactions.Functions.Telemetry;
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
    GivingBack givingBack,
    NumberLeases numbers,
    PolicySource policies,
    Turns turns,
    TimeProvider clock,
    ILogger<CommitLoop> logger)
{
    private const int MostAttempts = 8;
    private const int MostOutages = 3;

    /// <param name="candidate">The agent whom the order names, where the router has just looked.</param>
    public async Task<Decision> HandleAsync(
        ProfileId profile, Command command, CancellationToken cancellationToken, Candidate? candidate = null, Terms? terms = null)
    {
        using var span = CommitSpan.Begin(command);
        using var turn = await turns.EnterAsync(profile, cancellationToken);
        var work = new Work(profile, command, candidate, terms ?? Terms.None);
        try
        {
            return span.Ends(await HandleAsync(work, cancellationToken));
        }
        catch (Exception) when (work.HasReserved)
        {
            await givingBack.AfterFaultAsync(work);
            throw;
        }
    }

    private async Task<Decision> HandleAsync(Work work, CancellationToken cancellationToken)
    {
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

            logger.DecidingAgain(work.Profile, attempt);
            await Task.Delay(Jitter.Before(attempt, clock), clock, cancellationToken);
        }
    }

    private async Task<Decision?> TryAsync(Work work, CancellationToken cancellationToken)
    {
        var policy = await policies.CurrentAsync(cancellationToken);
        var loaded = await conversations.LoadAsync(work.Profile, cancellationToken);
        var closed = await RecallAsync(work.Command, loaded.Conversation, cancellationToken);
        var entry = work.Command.NeedsEntry is { } sequence
            ? await conversations.FindEntryAsync(work.Profile, sequence, cancellationToken)
            : null;
        if (work.IsHiddenIn(loaded.Conversation, closed, policy))
            return await GiveBackAsync(work, loaded.Conversation, new Decision.Refused(Refusal.NotFound));
        using var number = await NumberFor.TakeAsync(work.Command, numbers, cancellationToken);

        var decision = Lifecycle.Decide(loaded.Conversation, number.Command, policy, clock.GetUtcNow(), closed, entry?.Entry);
        if (decision is not Decision.Changed changed)
            return await GiveBackAsync(work, loaded.Conversation, decision);
        if (!work.Means(loaded.Conversation))
            return await GiveBackAsync(work, loaded.Conversation, new Decision.Refused(Refusal.Outdated));

        if (await work.ReserveAsync(changed, reservations, cancellationToken) is { } full)
            return await GiveBackAsync(work, loaded.Conversation, new Decision.Refused(full));

        number.IsSpent = changed.Touches.Any(touch => touch is IndexTouch.Numbered);
        await announcer.AnnounceAsync(changed, work.Command.By, cancellationToken);
        work.Commits(changed);
        switch (await conversations.CommitAsync(loaded, changed, cancellationToken, work.RequestName, work.Kept(changed), entry))
        {
            case CommitOutcome.Committed:
                Happenings.Count(loaded.Conversation, changed);
                await announcer.TidyAsync(changed, work.Moves);
                return await GiveBackAsync(work, changed.Conversation, changed);
            case CommitOutcome.Repeated:
                return await TakeBackAsync(work, changed, cancellationToken);
            case CommitOutcome.Duplicate:
                return await AnswerOfFirstAsync(loaded.Conversation, changed.Receipt!, cancellationToken);
            default:
                await announcer.DoubtAsync(changed, clock.GetUtcNow());
                await ShowHistoryAsync(changed, cancellationToken);
                return null;
        }
    }

    // It was carried out before, by this very attempt perhaps, or by another at the same moment: what is there now counts, and what was
    // announced and reserved for it is not so.
    private async Task<Decision> TakeBackAsync(Work work, Decision.Changed announced, CancellationToken cancellationToken)
    {
        var there = (await conversations.LoadAsync(work.Profile, cancellationToken)).Conversation;
        var decision = await GiveBackAsync(work, there, new Decision.Nothing([]));
        await announcer.ShowAgainAsync(announced, there, clock.GetUtcNow(), cancellationToken);
        await ShowHistoryAsync(announced, cancellationToken);
        return decision;
    }

    private async Task ShowHistoryAsync(Decision.Changed announced, CancellationToken cancellationToken)
    {
        if (announced.Amended is { } amended)
            await announcer.ShowHistoryAsync(await conversations.FindClosedAsync(amended.Id, cancellationToken), cancellationToken);
    }

    // After the head: whoever writes it differently changes the head too, so that nothing is decided on what is not so any more.
    private async Task<Interaction?> RecallAsync(Command command, Conversation conversation, CancellationToken cancellationToken) =>
        command.NeedsRecordOf is { } id && conversation.MayHaveClosed(id) ? await conversations.FindClosedAsync(id, cancellationToken) : null;

    private async Task<Decision> GiveBackAsync(Work work, Conversation conversation, Decision decision)
    {
        await givingBack.AfterAsync(work, conversation);
        return decision;
    }

    // It came in this moment by another way, or so long ago that only its marker remembers what was answered.
    private async Task<Decision> AnswerOfFirstAsync(Conversation conversation, Receipt again, CancellationToken cancellationToken) =>
        new Decision.Nothing(conversation.Remembered((await conversations.FindReceiptAsync(conversation.Id, again.Name, cancellationToken))?.Answers ?? []));
}
