using Azure.Data.Tables;
using Interactions.Domain.Interactions;
using Interactions.Functions.Storage;
using Interactions.Functions.Storage.Desks;
using Interactions.Memory;
using Interactions.Simulation.Telling;

namespace Interactions.Simulation.Laws;

/// <summary>What a desk counts is what is on it, at every write; and nobody is offered more than they can have.</summary>
internal sealed class DeskLaws(World world)
{
    private readonly Dictionary<string, Dictionary<string, DeskItem>> _items = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _loads = new(StringComparer.Ordinal);

    public void Check(IReadOnlyList<MemoryChange> changes)
    {
        var agent = (changes[0].After ?? changes[0].Before)!.PartitionKey;
        if (!_items.TryGetValue(agent, out var items))
            _items[agent] = items = new(StringComparer.Ordinal);
        var (load, isOffered) = (_loads.GetValueOrDefault(agent), false);
        foreach (var (before, after) in changes)
        {
            var key = (after ?? before)!.RowKey;
            if (key == "0")
                load = DeskRows.DeskIn(after!.As<TableEntity>(select: null)).Load.Total;
            else if (after is null)
                items.Remove(key);
            else
            {
                items[key] = DeskRows.ItemIn(after.As<TableEntity>(select: null));
                isOffered |= before is null && items[key].Handling == Handling.Offered;
            }
        }

        _loads[agent] = load;
        var counted = items.Values.Count(item => item.TakesUpRoom);
        if (counted != load)
            throw new LawBrokenException($"The desk of {agent} counts {load}, and {counted} are on it.");
        if (isOffered && load > world.Firm.CapacityOf(agent) && load > 1)
            throw new LawBrokenException($"{agent} can have {world.Firm.CapacityOf(agent)} and was offered one more, {load} in all.");
    }
}
