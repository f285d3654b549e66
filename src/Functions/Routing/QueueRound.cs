using System.Runtime.CompilerServices;
using Interactions.Domain.Interactions;
using Interactions.Domain.Policies;
using Interactions.Domain.Routing;
using Interactions.Domain.Values;
using Interactions.Functions.Commit;
using Interactions.Functions.Hosting;
using Interactions.Functions.Messaging;
using Interactions.Functions.Storage.Configuration;
using Interactions.Functions.Storage.Desks;
using Interactions.Functions.Storage.Queues;
using Microsoft.Extensions.Logging;

namespace Interactions.Functions.Routing;

/// <summary>
/// Looks through a queue from its first on, and asks for each the agent who is to be asked first. What it costs depends on how
/// many get somebody, not on how many wait or work.
/// </summary>
internal sealed class QueueRound(
    QueueStore queues, DeskStore desks, Offering offering, CommitLoop loop, WakeSender wakes, PolicySource policies, TimeProvider clock,
    ILogger<QueueRound> logger)
{
    // Then others get a turn, and this goes on.
    private const int MostOffers = 200;

    /// <summary>Those who got somebody, or another queue.</summary>
    public async Task<IReadOnlySet<InteractionId>> RunAsync(QueueId queue, InteractionType type, CancellationToken cancellationToken)
    {
        var policy = await policies.CurrentAsync(cancellationToken);
        await using var free = new FreeAgents(type, FreeIn(queue, type, cancellationToken));
        var served = new HashSet<InteractionId>();
        await foreach (var row in queues.WaitersAsync(queue, type, cancellationToken))
        {
            if (served.Count == MostOffers)
            {
                await GoOnLaterAsync(row, cancellationToken);
                break;
            }

            if (await OverflowsAsync(row.Waiter, policy, cancellationToken))
            {
                served.Add(row.Waiter.Id);
                continue;
            }

            var asked = await AskPreferredAsync(row, free, policy, cancellationToken);
            if (asked is Asked.NotThem)
            {
                if (!await free.AnyAsync())
                    break;
                asked = await AskFirstAsync(row, free, policy, cancellationToken);
            }

            if (asked is Asked.Offered)
                served.Add(row.Waiter.Id);
        }

        return served;
    }

    // Where the bus takes nothing, the sweep goes on.
    private async Task GoOnLaterAsync(WaiterRow row, CancellationToken cancellationToken)
    {
        try
        {
            var (place, type) = (row.Waiter.Place, row.Waiter.Type);
            await wakes.SendAtAsync(new Wake.Route(place.Queue, row.Waiter.Id, row.Version, type), clock.GetUtcNow(), attempt: 1, cancellationToken);
        }
        catch (BusUnavailableException fault)
        {
            logger.LeftToTheSweep(fault);
        }
    }

    private async Task<bool> OverflowsAsync(Waiter waiter, Policy policy, CancellationToken cancellationToken) =>
        policy.For(waiter.Place.Queue).OverflowTo is not null
        && Choice.IsExhausted(waiter, policy)
        && await loop.HandleAsync(waiter.Id.Profile, new StartNewRound(waiter.Id), cancellationToken) is Decision.Changed;

    // Looked up, because they may stand anywhere.
    private async Task<Asked> AskPreferredAsync(WaiterRow row, FreeAgents free, Policy policy, CancellationToken cancellationToken)
    {
        if (row.Waiter.Preferred is not { } preferred || row.Waiter.Excluded.Contains(preferred))
            return Asked.NotThem;
        var candidate = new Candidate(await desks.FindAsync(preferred, cancellationToken));
        if (!Choice.Fits(row.Waiter, candidate.Stored.Desk, policy))
            return Asked.NotThem;

        var asked = await offering.AskAsync(row, candidate, policy, cancellationToken);
        if (asked is Asked.Offered)
            free.Reorder(candidate, policy);
        return asked;
    }

    private async Task<Asked> AskFirstAsync(WaiterRow row, FreeAgents free, Policy policy, CancellationToken cancellationToken)
    {
        var inVain = new HashSet<AgentId>();
        while (await free.FirstAsync(row.Waiter, policy, inVain) is { } candidate)
        {
            var asked = await offering.AskAsync(row, candidate, policy, cancellationToken);
            free.Reorder(candidate, policy);
            if (asked is not (Asked.NotThem or Asked.OthersFirst))
                return asked;
            if (asked is Asked.NotThem)
                inVain.Add(candidate.Stored.Desk.Agent);
        }

        return Asked.NotThem;
    }

    private async IAsyncEnumerable<Candidate> FreeIn(
        QueueId queue, InteractionType type, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var row in queues.FreeAsync(queue, type, cancellationToken))
            yield return new Candidate(row.Stored, row);
    }
}
