namespace Interactions.Simulation.Bites;

/// <summary>All of them.</summary>
internal static partial class Bugs
{
    public static IReadOnlyList<Bug> All { get; } = [.. OfStoring, .. OfSending, .. OfRouting, .. OfTimers];
}
