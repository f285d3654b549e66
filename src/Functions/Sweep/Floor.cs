using System.Collections.Concurrent;
using Interactions.Domain.Interactions;
using Interactions.Domain.Policies;
using Interactions.Domain.Values;
using Interactions.Functions.Routing;
using Interactions.Functions.Storage;
using Interactions.Functions.Storage.Configuration;
using Interactions.Functions.Storage.Queues;

namespace Interactions.Functions.Sweep;

/// <summary>Brings together who waits and who is free where nobody told the router, and has those seen who could take something.</summary>
internal sealed class Floor(QueueRound round, Returns returns, PolicySource policies)
{
    private readonly ConcurrentDictionary<AgentId, InteractionId> _freed = new();

    /// <summary>Agents who may have room again, because of that.</summary>
    public void Serve(IEnumerable<AgentId> agents, InteractionId id)
    {
        foreach (var agent in agents)
            _freed[agent] = id;
    }

    public async Task RunAsync(Picture picture, Settled settled, Tally tally, Deadline deadline, CancellationToken cancellationToken)
    {
        var policy = await policies.CurrentAsync(cancellationToken);
        foreach (var (agent, id) in _freed)
            await TryAsync(agent, tally, deadline, () => ServeAsync(agent, id, cancellationToken), cancellationToken);

        // What a desk has come to in this moment is not shown everywhere yet.
        var desks = picture.Desks.Select(desk => desk.Stored.Desk).Where(desk => settled.Is(desk.Since) && settled.Is(desk.IdleSince));
        foreach (var agent in desks.Where(desk => IsUnseen(desk, picture, policy)).Select(desk => desk.Agent))
        {
            await TryAsync(agent, tally, deadline, async () =>
            {
                await ServeAsync(agent, null, cancellationToken);
                tally.Add(Repair.UnseenAgent, agent);
            }, cancellationToken);
        }

        foreach (var (queue, type) in picture.Waiting)
        {
            await TryAsync(queue, tally, deadline, async () =>
                tally.Add(Repair.Unrouted, queue, (await round.RunAsync(queue, type, cancellationToken)).Count), cancellationToken);
        }
    }

    private Task ServeAsync(AgentId agent, InteractionId? id, CancellationToken cancellationToken) =>
        returns.ServeAsync(new Wake.Serve(agent, id, 0), attempt: 0, cancellationToken);

    // A row too many is removed by whoever meets it; one that is missing, nobody misses.
    private static bool IsUnseen(Domain.Desks.Desk desk, Picture picture, Policy policy)
    {
        var free = desk.FreeFor(policy);
        return !free.IsEmpty && !policy.QueuesOf(desk.Agent).All(queue =>
            desk.Shown.TryGetValue(queue.Value, out var spot)
            && free.Except(spot.Types).IsEmpty
            && free.Each().All(type => picture.IsShown(new(queue.Value, Keys.Free(queue, type, spot.Standing, desk.Agent).Row))));
    }

    private static async Task TryAsync(object whom, Tally tally, Deadline deadline, Func<Task> act, CancellationToken cancellationToken)
    {
        if (deadline.HasPassed)
            return;
        try
        {
            await act();
        }
        catch (Exception fault) when (!cancellationToken.IsCancellationRequested)
        {
            tally.Fail(whom, fault);
        }
    }
}
