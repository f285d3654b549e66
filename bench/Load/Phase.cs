using System.Diagnostics;

namespace Interactions.Bench.Load;

/// <summary>What a part of the run took of storage and of this process.</summary>
internal sealed record Phase(TimeSpan Took, TimeSpan Cpu, long Sent, IReadOnlyDictionary<string, long> ByTable)
{
    public double SentPerSecond => Sent / Took.TotalSeconds;

    public static async Task<Phase> OfAsync(Counted counted, Func<Task> work)
    {
        counted.Forget();
        var (begun, cpu) = (Stopwatch.GetTimestamp(), Environment.CpuUsage.TotalTime);
        await work();
        return new(
            Stopwatch.GetElapsedTime(begun), Environment.CpuUsage.TotalTime - cpu, counted.Total, new Dictionary<string, long>(counted.Sent, StringComparer.Ordinal));
    }
}
