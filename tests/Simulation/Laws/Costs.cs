using Interactions.Domain.Interactions;
using Interactions.Simulation.Cloud;
using Interactions.Simulation.Telling;

namespace Interactions.Simulation.Laws;

/// <summary>What each kind of errand costs on average where nothing goes wrong.</summary>
internal sealed class Costs
{
    private readonly Dictionary<string, Sum> _sums = new(StringComparer.Ordinal);

    public Costs(World world)
    {
        World = world;
        world.Chronicle.Finished += Add;
    }

    public IReadOnlyDictionary<string, Sum> Sums => _sums;

    private World World { get; }

    /// <summary>Whoever wrote this tells what it was about.</summary>
    public void Note(Archive.Kept kept)
    {
        if (World.Chronicle.Doing is not { } errand)
            return;
        foreach (var entry in kept.Added)
        {
            if (entry.Fact is InteractionOpened)
                errand.Kind = "opening";
            else if (entry.Fact is OfferMade)
                errand.Assignments++;
            else if (entry.Fact is MessageReceived)
                errand.Kind ??= "ongoing";
        }
    }

    private void Add(Errand errand)
    {
        var kind = errand.Kind ?? (errand.Assignments > 0 ? "assigning" : null);
        var name = kind is null ? errand.Name : $"{errand.Name} {kind}";
        var sum = _sums.GetValueOrDefault(name) ?? new(0, 0, 0, 0);
        _sums[name] = new(sum.Times + 1, sum.Storage + errand.Of(Side.Storage), sum.Bus + errand.Of(Side.Bus), sum.Assignments + errand.Assignments);
    }

    internal sealed record Sum(int Times, int Storage, int Bus, int Assignments);
}
