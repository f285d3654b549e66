using System.Diagnostics;
using System.Globalization;
using Interactions.Simulation;

var seed = ulong.Parse(args.SkipWhile(arg => arg != "--seed").Skip(1).FirstOrDefault() ?? "1", CultureInfo.InvariantCulture);
var runs = int.Parse(args.SkipWhile(arg => arg != "--runs").Skip(1).FirstOrDefault() ?? "1", CultureInfo.InvariantCulture);
var watch = Stopwatch.StartNew();
for (var run = 0; run < runs; run++)
{
    var outcome = Run.Of(new Plan(seed + (ulong)run, Tells: runs == 1));
    foreach (var line in outcome.Lines)
        Console.WriteLine(line);
    Console.WriteLine($"seed {outcome.Plan.Seed}: {outcome.Broken?.Split('\n')[0] ?? "fine"}, {outcome.Digest:x16}, {outcome.Steps} steps, {outcome.Elapsed}, {watch.Elapsed.TotalMilliseconds:F0} ms");
    watch.Restart();
}
