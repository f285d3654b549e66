using Interactions.Domain.Interactions;
using Interactions.Domain.Values;
using Interactions.Functions.Storage;
using Interactions.Simulation.Telling;

namespace Interactions.Simulation.Laws;

/// <summary>Whoever had their chance is not asked again before the others had theirs, and nobody gets anything for which no room was taken.</summary>
internal sealed class OfferLaws(World world)
{
    // Who refused in the round that is under way, or had it last.
    private readonly Dictionary<InteractionId, HashSet<AgentId>> _refused = [];

    public void Check(Archive.Kept kept)
    {
        foreach (var entry in kept.Added)
        {
            if (entry.Interaction is { } id)
                Check(id, entry);
        }

        foreach (var open in kept.HasNewHead ? kept.Head.Active : [])
        {
            if (open.Holder is { } holder && kept.Before.Find(open.Id)?.Holder != holder && !IsOnDesk(holder, open.Id))
                throw new LawBrokenException($"{open.Id} is {holder}'s and not on their desk.");
        }
    }

    private void Check(InteractionId id, LogEntry entry)
    {
        if (!_refused.TryGetValue(id, out var refused))
            _refused[id] = refused = [];
        switch (entry.Fact)
        {
            case OfferMade { Agent: var agent } when entry.By.Kind == ActorKind.System && refused.Contains(agent):
                throw new LawBrokenException($"{agent} had their chance with {id} and was asked again in entry {entry.Sequence}.");
            case OfferDeclined { Agent: var agent }:
                refused.Add(agent);
                break;
            case OfferTimedOut { Agent: var agent }:
                refused.Add(agent);
                break;
            case Requeued { From: { } agent }:
                refused.Clear();
                refused.Add(agent);
                break;
            case NewRoundStarted or Overflowed or OfferAccepted or Claimed or Assigned { Forced: true } or TransferredToQueue or TransferredToAgent or Ended or Requeued:
                refused.Clear();
                break;
        }
    }

    private bool IsOnDesk(AgentId agent, InteractionId id)
    {
        var key = Keys.OnDesk(agent, id);
        return world.Tables.Rows(TableNames.Agents).Find(key.Partition, key.Row) is not null;
    }
}
