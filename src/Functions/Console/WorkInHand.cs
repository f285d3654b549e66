using Interactions.Domain.Values;
using Interactions.Functions.Http;
using Interactions.Functions.Storage.Configuration;
using Interactions.Functions.Storage.Desks;

namespace Interactions.Functions.Console;

/// <summary>What an agent has who is to go: customers would be left with somebody who is not there any more.</summary>
internal sealed class WorkInHand(DeskStore desks)
{
    public async Task<Problem?> ProblemWithAsync(ConfigurationChange change, CancellationToken cancellationToken)
    {
        if (change is not ConfigurationChange.Remove { Kind.Name: ConfigKind.Agents, Id: var agent })
            return null;
        var open = await desks.OpenAsync(AgentId.Parse(agent), cancellationToken);
        return open.Items.Count > 0
            ? Problems.InUse([.. open.Items.OrderBy(item => item.Number).Select(item => $"interactions/{item.Number}")])
            : null;
    }
}
