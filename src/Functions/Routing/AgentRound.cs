using Interactions.Domain.Policies;
using Interactions.Domain.Routing;
using Interactions.Functions.Commit;
using Interactions.Functions.Storage.Queues;

namespace Interactions.Functions.Routing;

/// <summary>Fills one agent's desk from all their queues: the most urgent first, and of those whoever waits longest.</summary>
internal sealed class AgentRound(QueueStore queues, Offering offering)
{
    /// <summary>Whether they got something.</summary>
    public async Task<bool> RunAsync(Candidate candidate, Policy policy, CancellationToken cancellationToken)
    {
        if (!candidate.Stored.Desk.IsFree(policy))
            return false;

        var gotSomething = false;
        var lines = new List<WaitingLine>();
        try
        {
            foreach (var queue in policy.QueuesOf(candidate.Stored.Desk.Agent))
                lines.AddRange(await WaitingLine.OfAsync(queues, queue, cancellationToken));
            while (candidate.Stored.Desk.IsFree(policy) && await NextAsync(lines, candidate, policy) is { } line)
            {
                gotSomething |= await offering.AskAsync(line.First!, candidate, policy, cancellationToken) is Asked.Offered;
                line.Step();
            }

            return gotSomething;
        }
        finally
        {
            foreach (var line in lines)
                await line.DisposeAsync();
        }
    }

    private static async Task<WaitingLine?> NextAsync(IEnumerable<WaitingLine> lines, Candidate candidate, Policy policy)
    {
        WaitingLine? next = null;
        foreach (var line in lines.Where(line => candidate.Stored.Desk.CanTake(line.Type, policy)))
        {
            var first = await line.SeekAsync(waiter => Choice.Fits(waiter, candidate.Stored.Desk, policy));
            if (first is not null && (next is null || Choice.Compare(first.Waiter.Place, next.First!.Waiter.Place) < 0))
                next = line;
        }

        return next;
    }
}
