namespace Interactions.Simulation.Telling;

/// <summary>Tells of one seed what became of it, and what led to that.</summary>
internal static class OneSeed
{
    private const int Last = 60;

    public static int Tell(ulong seed, Wish wish)
    {
        var plan = new Plan(seed, wish.Events) { Without = wish.Without, Tells = true };
        var outcome = Run.Of(plan);
        foreach (var line in LinesOf(outcome, wish))
            Console.WriteLine(line);
        Console.WriteLine(outcome.Verdict);
        if (outcome.Broken is null)
            return 0;
        Console.WriteLine($"With the least that breaks it:\n{Shrinking.Of(plan).Verdict}");
        return 1;
    }

    private static IEnumerable<string> LinesOf(Outcome outcome, Wish wish) =>
        wish.All ? outcome.Lines
        : outcome.Broken is null ? []
        : outcome.LinesAbout().TakeLast(Last);
}
