using System.Diagnostics;

namespace Interactions.Bench.Load;

/// <summary>What a part of the run took of storage and of this process.</summary>
/// <param name="Messages">How many came in.</param>
/// <param name="Sent">What the app asked of storage.</param>
internal sealed record Phase(int Messages, TimeSpan Took, TimeSpan Cpu, long Sent, IReadOnlyDictionary<string, long> ByTable)
{
    public double PerSecond => Messages / Took.TotalSeconds;

    /// <summary>Several in a row as one.</summary>
    public static Phase Sum(IReadOnlyCollection<Phase> phases) => new(
        phases.Sum(phase => phase.Messages),
        phases.Aggregate(TimeSpan.Zero, (sum, phase) => sum + phase.Took),
        phases.Aggregate(TimeSpan.Zero, (sum, phase) => sum + phase.Cpu),
        phases.Sum(phase => phase.Sent),
        new Dictionary<string, long>());

    /// <param name="work">Tells how many messages came in.</param>
    public static async Task<Phase> OfAsync(Counted counted, Func<Task<int>> work)
    {
        counted.Forget();
        var (begun, cpu) = (Stopwatch.GetTimestamp(), Environment.CpuUsage.TotalTime);
        var messages = await work();
        return new(
            messages, Stopwatch.GetElapsedTime(begun), Environment.CpuUsage.TotalTime - cpu, counted.Total, new Dictionary<string, long>(counted.Sent, StringComparer.Ordinal));
    }
}
