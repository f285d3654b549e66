using Interactions.Simulation.Cloud;

namespace Interactions.Simulation.Telling;

/// <summary>What somebody asked of the product once, and what that cost.</summary>
internal sealed class Errand(string name)
{
    private static readonly AsyncLocal<Errand?> OfWhoeverAsks = new();

    private readonly int[] _calls = new int[Enum.GetValues<Side>().Length];

    public static Errand? Current => OfWhoeverAsks.Value;

    public string Name => name;

    public int Of(Side place) => _calls[(int)place];

    public void Count(Side place) => _calls[(int)place]++;

    /// <summary>What came of it, where one name stands for several things.</summary>
    public string? Kind { get; set; }

    public int Assignments { get; set; }

    public void Begin() => OfWhoeverAsks.Value = this;
}
