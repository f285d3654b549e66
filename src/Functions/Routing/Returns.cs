using Interactions.Domain.Interactions;
using Interactions.Functions.Commit;
using Interactions.Functions.Storage.Configuration;
using Interactions.Functions.Wakes;

namespace Interactions.Functions.Routing;

/// <summary>An agent may have room again: who waits longest in their queues gets them, and if nobody does, they are shown as free.</summary>
internal sealed class Returns(
    Clearing clearing, Placement placement, AgentRound round, PolicySource policies, EarlyWakes early)
{
    public async Task ServeAsync(Wake.Serve wake, int attempt, CancellationToken cancellationToken)
    {
        var cleared = await clearing.ClearAsync(wake, cancellationToken);
        for (var look = 0; !cleared.IsStored && look < EarlyWakes.Looks; look++)
        {
            await early.PauseAsync(look, cancellationToken);
            cleared = await clearing.ClearAsync(wake, cancellationToken);
        }

        if (!cleared.IsStored)
            await early.LookAgainAsync(wake, attempt, cancellationToken);
        await FillAsync(new Candidate(cleared.Desk), cancellationToken);
    }

    private async Task FillAsync(Candidate candidate, CancellationToken cancellationToken)
    {
        var policy = await policies.CurrentAsync(cancellationToken);
        var before = candidate.Stored.Desk;
        var gotSomething = await round.RunAsync(candidate, policy, cancellationToken);

        // Whoever got something was shown anew where that came from. If nothing changed, the last who wanted to show them may have died.
        if (!gotSomething || !candidate.Stored.Desk.IsShownEverywhere(policy))
            await placement.ShowAsync(candidate, policy, cancellationToken);

        // Whoever came while they were not shown did not see them.
        if (!gotSomething || candidate.Stored.Desk.IsShownMoreThan(before))
            await round.RunAsync(candidate, policy, cancellationToken);
    }
}
