using Interactions.Domain.Interactions;

namespace Interactions.Simulation.Laws;

/// <summary>What conversations went through in a run, by the names of the facts in their logs.</summary>
internal sealed class States
{
    private readonly Dictionary<string, int> _reached = new(StringComparer.Ordinal);

    public IReadOnlyDictionary<string, int> Reached => _reached;

    public void Note(Archive.Kept kept)
    {
        foreach (var entry in kept.Added)
            Add(entry.Fact.GetType().Name);
        foreach (var (_, after) in kept.Changed)
            Add($"Delivery {((MessageSent)after.Fact).Delivery.State}");
    }

    private void Add(string name) => _reached[name] = _reached.GetValueOrDefault(name) + 1;
}
