using System.Diagnostics;
using Interactions.Simulation.Chance;

namespace Interactions.Simulation.Telling;

/// <summary>Runs many seeds side by side, as many at once as there are processors, and tells what was met.</summary>
internal static class ManySeeds
{
    public static int Tell(Wish wish)
    {
        var (watch, cpu) = (Stopwatch.StartNew(), Environment.CpuUsage.TotalTime);
        var outcomes = RunAll([.. Enumerable.Range(0, wish.Runs).Select(n => new Plan(wish.From + (ulong)n, wish.Events) { Without = wish.Without })], outcome =>
        {
            if (outcome.Broken is not null)
                Console.WriteLine(outcome.Verdict);
        });
        var broken = outcomes.Count(outcome => outcome.Broken is not null);
        var took = watch.Elapsed;
        Console.WriteLine($"{outcomes.Count} seeds, {broken} of them broke a law; {outcomes.Sum(outcome => (long)outcome.Plan.Events)} events, {outcomes.Sum(outcome => outcome.Steps)} steps");
        Console.WriteLine($"{took.TotalSeconds:F1} s, {outcomes.Count / took.TotalSeconds:F1} seeds a second; {(Environment.CpuUsage.TotalTime - cpu).TotalMilliseconds / outcomes.Count:F0} ms of processor time each");
        Console.WriteLine("What went wrong: " + Counted(Enum.GetValues<Ill>().Select(ill => (ill.ToString(), outcomes.Sum(outcome => outcome.Suffered[(int)ill])))));
        Console.WriteLine("What was reached: " + Counted(outcomes.SelectMany(outcome => outcome.Reached).GroupBy(each => each.Key, StringComparer.Ordinal)
            .Select(same => (same.Key, same.Sum(each => (long)each.Value))).OrderBy(each => each.Key, StringComparer.Ordinal)));
        Console.WriteLine("What it costs where nothing goes wrong, in calls to storage and messages: " + string.Join(", ", Bill.Of(outcomes).Select(line => line.ToString())));
        return broken == 0 ? 0 : 1;
    }

    public static IReadOnlyList<Outcome> RunAll(IReadOnlyList<Plan> plans, Action<Outcome> tell)
    {
        var outcomes = new Outcome[plans.Count];
        var next = -1;
        var gate = new Lock();
        var threads = Enumerable.Range(0, Environment.ProcessorCount).Select(_ => new Thread(Work)).ToList();
        threads.ForEach(thread => thread.Start());
        threads.ForEach(thread => thread.Join());
        return outcomes;

        void Work()
        {
            for (var place = Interlocked.Increment(ref next); place < plans.Count; place = Interlocked.Increment(ref next))
            {
                outcomes[place] = Run.Of(plans[place]);
                lock (gate)
                    tell(outcomes[place]);
            }
        }
    }

    private static string Counted(IEnumerable<(string Name, long Count)> counts) => string.Join(", ", counts.Select(each => $"{each.Name} {each.Count}"));
}
