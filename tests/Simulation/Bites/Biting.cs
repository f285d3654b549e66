using System.Diagnostics;

namespace Interactions.Simulation.Bites;

/// <summary>Shows for each bug, or for those that are named, how many seeds it takes to find it, and by which law.</summary>
internal static class Biting
{
    public const string Command = "bites";

    /// <summary>Says that this is the product with the bug in it.</summary>
    public const string Inside = "--inside";

    private const int LongestLaw = 160;

    /// <summary>False where one was not found.</summary>
    public static bool Run(IReadOnlyCollection<string> names)
    {
        if (names.Contains(Inside))
        {
            Hunt.Run();
            return true;
        }

        using var copy = new MutatedCopy();
        var table = new List<string>();
        var areAllCaught = true;
        foreach (var bug in Bugs.All.Where(bug => names.Count == 0 || names.Contains(bug.Name)))
        {
            var (watch, caught) = (Stopwatch.StartNew(), Try(bug, copy));
            Console.WriteLine($"{bug.Name}: {(caught is null ? "not caught" : $"seed {caught.Seed}, {caught.Law}")} ({watch.Elapsed.TotalSeconds:F0} s)");
            table.Add($"| {bug.Name} | {bug.Breaks} | {Short(caught?.Law) ?? "not caught"} | {caught?.Seed.ToString() ?? "-"} |");
            areAllCaught &= caught is not null;
        }

        Console.WriteLine();
        Console.WriteLine("| bug | what it breaks | caught by | seeds |");
        Console.WriteLine("|---|---|---|---|");
        foreach (var line in table)
            Console.WriteLine(line);
        return areAllCaught;
    }

    private static Caught? Try(Bug bug, MutatedCopy copy)
    {
        try
        {
            return copy.Put(bug) is not { } fault ? Hunt.With(copy.Simulation) : throw new InvalidOperationException($"{bug.Name} cannot be built: {fault}");
        }
        finally
        {
            copy.TakeOut(bug);
        }
    }

    private static string? Short(string? law) => law?.Length > LongestLaw ? law[..LongestLaw] + "…" : law;
}
