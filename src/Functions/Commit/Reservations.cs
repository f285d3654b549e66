using Azure;
using Interactions.Domain.Desks;
using Interactions.Domain.Interactions;
using Interactions.Domain.Policies;
using Interactions.Domain.Values;
using Interactions.Functions.Storage.Configuration;
using Interactions.Functions.Storage.Desks;
using Interactions.Functions.Storage.Queues;

namespace Interactions.Functions.Commit;

/// <summary>
/// Keeps what agents have within what they can have. Room is taken before the change that needs it is stored and given back
/// after the change that frees it: a desk shows too much at worst.
/// </summary>
internal sealed class Reservations(DeskStore desks, PolicySource policies, TimeProvider clock)
{
    /// <summary>After so long, whoever reserved something has stored the change or given up.</summary>
    public static readonly TimeSpan Overdue = TimeSpan.FromSeconds(60);

    private const int MostAttempts = 16;

    /// <summary>Takes room with an agent; or why there is none.</summary>
    /// <param name="candidate">The agent as seen just now, which spares looking; brought up to date.</param>
    public async Task<Reserved> TakeAsync(IndexTouch.Reserves wanted, Candidate? candidate, CancellationToken cancellationToken)
    {
        var policy = await policies.CurrentAsync(cancellationToken);
        for (var attempt = 1; attempt <= MostAttempts; attempt++)
        {
            var isFirstLook = attempt == 1 && candidate is not null;
            var open = isFirstLook ? new OpenDesk(candidate!.Stored, []) : await desks.OpenAsync(wanted.Agent, cancellationToken);
            var (before, there) = (open.Stored, open.Find(wanted.Interaction.Id));
            candidate?.Stored = before;

            // Somebody has gone on from what is about to be stored, which so cannot be stored any more.
            if (there?.Version > wanted.Version)
                return new Reserved(null, null);

            // They were chosen for where they stood: others may come before them now.
            if (!isFirstLook && there is null && candidate?.Found is { } found && found.Stored.Desk.Standing != before.Desk.Standing)
                return new Reserved(Refusal.NoRoom, null);

            var hasRoom = there is { TakesUpRoom: true };
            if (!hasRoom && WhyNot(before.Desk, wanted, policy) is { } refusal)
            {
                if (isFirstLook)
                    continue;
                return new Reserved(refusal, null);
            }

            var after = hasRoom ? before.Desk : Taken(before.Desk, wanted.Interaction, policy);
            if (await desks.TakeAsync(before, after, wanted, there, cancellationToken) is { } stored)
            {
                var move = hasRoom ? null : new DeskMove(before.Desk, stored, candidate?.Found);
                candidate?.Stored = stored;
                return new Reserved(null, move);
            }

            if (!isFirstLook)
                await Task.Delay(Jitter.Before(attempt, clock), clock, cancellationToken);
        }

        throw new ContendedException();
    }

    /// <summary>Gives room back, unless it was taken anew since. Done twice it is done once; false where there was nothing to do.</summary>
    /// <param name="asRead">Where it is only because it is old that nobody wants it: reserved anew since, it is wanted.</param>
    public Task<bool> FreeAsync(IndexTouch.Frees freed, CancellationToken cancellationToken, ETag? asRead = null) =>
        ChangeAsync(freed.Agent, freed.Id, freed.Version, asRead, (open, item) =>
        {
            var now = clock.GetUtcNow();
            var desk = item.TakesUpRoom ? open.Desk.GetsRidOf(item.ReservedAs, now) : open.Desk;
            if (freed.Missed)
                desk = desk.Misses(now);
            return desks.ClearAsync(open, desk, item, cancellationToken);
        }, cancellationToken);

    /// <summary>Something on a desk begins or ceases to take up room. What comes back may be more than somebody can have: it was theirs.</summary>
    public Task<bool> CountAsync(IndexTouch.Counts counted, CancellationToken cancellationToken, ETag? asRead = null) =>
        ChangeAsync(counted.Agent, counted.Id, counted.Version, asRead, (open, item) =>
        {
            if (item.TakesUpRoom == counted.Does)
                return null;
            var now = clock.GetUtcNow();
            var desk = counted.Does ? open.Desk.Takes(item.ReservedAs, now) : open.Desk.GetsRidOf(item.ReservedAs, now);
            return desks.RecountAsync(open, desk, item, counted.Does, cancellationToken);
        }, cancellationToken);

    /// <summary>Puts back on a desk what is the agent's and got lost there, whether or not there is room. False where it is there.</summary>
    public async Task<bool> RestoreAsync(IndexTouch.Reserves lost, CancellationToken cancellationToken)
    {
        var policy = await policies.CurrentAsync(cancellationToken);
        for (var attempt = 1; attempt <= MostAttempts; attempt++)
        {
            var open = await desks.OpenAsync(lost.Agent, cancellationToken);
            if (open.Find(lost.Interaction.Id) is not null)
                return false;
            var after = Taken(open.Stored.Desk, lost.Interaction, policy);
            if (await desks.TakeAsync(open.Stored, after, lost, there: null, cancellationToken) is not null)
                return true;
            await Task.Delay(Jitter.Before(attempt, clock), clock, cancellationToken);
        }

        throw new ContendedException();
    }

    // Nothing where it is not there, or newer.
    private async Task<bool> ChangeAsync(
        AgentId agent, InteractionId id, long upTo, ETag? asRead, Func<StoredDesk, DeskItem, Task<StoredDesk?>?> change, CancellationToken cancellationToken)
    {
        for (var attempt = 1; attempt <= MostAttempts; attempt++)
        {
            var open = await desks.OpenAsync(agent, cancellationToken);
            if (open.Find(id) is not { } item || item.Version > upTo || (asRead is { } read && item.ETag != read) || change(open.Stored, item) is not { } changing)
                return false;
            if (await changing is not null)
                return true;
            await Task.Delay(Jitter.Before(attempt, clock), clock, cancellationToken);
        }

        throw new ContendedException();
    }

    private Desk Taken(Desk desk, Interaction interaction, Policy policy)
    {
        var taken = desk.Takes(interaction.Type, clock.GetUtcNow());
        return taken.ShownAnewIn(interaction.Queue, policy);
    }

    private static Refusal? WhyNot(Desk desk, IndexTouch.Reserves wanted, Policy policy) =>
        wanted.MustBeReady && desk.Presence != Presence.Ready ? Refusal.NotReady
        : !desk.HasRoomFor(wanted.Interaction.Type, policy) ? Refusal.NoRoom
        : null;
}

/// <param name="Refusal">Why there is no room; null where it was taken.</param>
/// <param name="Move">Where the agent stands now; null where they had it already.</param>
internal sealed record Reserved(Refusal? Refusal, DeskMove? Move);
