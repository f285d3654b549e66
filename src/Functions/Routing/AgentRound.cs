using Interactions.Domain.Policies;
using Interactions.Domain.Routing;
using Interactions.Functions.Commit;
using Interactions.Functions.Storage.Queues;

namespace Interactions.Functions.Routing;

/// <summary>Fills one agent's desk from all their queues: the most urgent first, and of those whoever waits longest.</summary>
internal sealed class AgentRound(QueueStore queues, Offering offering)
{
    public async Task RunAsync(Candidate candidate, Policy policy, CancellationToken cancellationToken)
    {
        if (!candidate.Stored.Desk.IsFree(policy))
            return;

        var lines = policy.QueuesOf(candidate.Stored.Desk.Agent)
            .Select(queue => new WaitingLine(queues.WaitersAsync(queue, cancellationToken)))
            .ToList();
        try
        {
            while (candidate.Stored.Desk.IsFree(policy) && await NextAsync(lines, candidate, policy) is { } line)
            {
                await offering.AskAsync(line.First!, candidate, policy, cancellationToken);
                line.Step();
            }
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
        foreach (var line in lines)
        {
            var first = await line.SeekAsync(waiter => Choice.Fits(waiter, candidate.Stored.Desk, policy));
            if (first is not null && (next is null || Choice.Compare(first.Waiter.Place, next.First!.Waiter.Place) < 0))
                next = line;
        }

        return next;
    }
}
