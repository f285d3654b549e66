using Interactions.Simulation.Cloud;

namespace Interactions.Simulation.Telling;

/// <summary>What somebody asked of the product once, and what that cost.</summary>
internal sealed class Errand(string name)
{
    private static readonly AsyncLocal<Errand?> OfWhoeverAsks = new();

    private readonly int[] _calls = new int[Enum.GetValues<Place>().Length];

    public static Errand? Current => OfWhoeverAsks.Value;

    public string Name => name;

    public int Of(Place place) => _calls[(int)place];

    public void Count(Place place) => _calls[(int)place]++;

    public void Begin() => OfWhoeverAsks.Value = this;
}
