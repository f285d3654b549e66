namespace Interactions.Simulation.Telling;

/// <summary>Tells of one seed what became of it, and what led to that.</summary>
internal static class OneSeed
{
    private const int Last = 60;

    public static int Tell(ulong seed, Wish wish)
    {
        var plan = new Plan(seed, wish.Events) { Without = wish.Without, Tells = true };
        var outcome = Run.Of(plan);
        var lines = wish.All || outcome.Broken is null ? outcome.Lines : outcome.LinesAbout();
        foreach (var line in wish.All ? lines : lines.TakeLast(outcome.Broken is null ? 0 : Last))
            Console.WriteLine(line);
        Console.WriteLine(outcome.Verdict);
        if (outcome.Broken is not null)
            Console.WriteLine($"With the least that breaks it:\n{Shrinking.Of(plan).Verdict}");
        return outcome.Broken is null ? 0 : 1;
    }
}
