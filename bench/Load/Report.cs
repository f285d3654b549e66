using System.Globalization;

namespace Interactions.Bench.Load;

/// <summary>What a run showed, as text.</summary>
internal sealed class Report(Tally tally)
{
    public List<Phase> Floors { get; } = [];

    public List<Phase> Alones { get; } = [];

    public Phase Together { get; set; } = null!;

    public int Unanswered { get; set; }

    public bool IsGood => tally.Errors == 0 && Unanswered == 0;

    public void Print()
    {
        var (floor, alone, texts) = (Phase.Sum(Floors), Phase.Sum(Alones), Together.Messages);
        Console.WriteLine();
        Line($"{"operation",-34} {"count",8} {"per s",8} {"p50 ms",8} {"p95 ms",8} {"p99 ms",8} {"errors",7}");
        foreach (var name in tally.Names)
            PrintOperation(name);
        Console.WriteLine();
        Line($"floor: {floor.PerSecond:F0} messages/s ({Floors.Min(part => part.PerSecond):F0} to {Floors.Max(part => part.PerSecond):F0}), {CpuOf(floor):F0} us CPU of this process each");
        Line($"inbound alone: {alone.PerSecond:F0} messages/s ({Alones.Min(part => part.PerSecond):F0} to {Alones.Max(part => part.PerSecond):F0}), {CpuOf(alone):F0} us CPU of this process and {(double)alone.Sent / alone.Messages:F2} transactions each");
        Line($"ratio of inbound alone to the floor: {alone.PerSecond / floor.PerSecond:F2} (aim 0.60)");
        Line($"everybody: {Together.PerSecond:F0} inbound messages/s, {(double)Together.Sent / texts:F1} transactions for each with all that follows from it");
        Line($"everybody: {Together.Sent / Together.Took.TotalSeconds:F0} transactions/s, {Together.Sent / Together.Took.TotalSeconds / (2 * floor.PerSecond):F2} of the floor's; {Together.Cpu / Together.Took:F2} cores in this process");
        Line($"transactions by kind: {string.Join(", ", Together.ByTable.OrderByDescending(pair => pair.Value).Take(12).Select(pair => $"{pair.Key} {(double)pair.Value / texts:F2}"))}");
        Line($"errors: {tally.Errors} ({string.Join(", ", tally.Failures.Select(failure => $"{failure.Key}: {failure.Value}"))}); texts unanswered for long: {Unanswered}");
    }

    private void PrintOperation(string name)
    {
        var operation = tally[name];
        var took = operation.Percentiles(0.5, 0.95, 0.99);
        Line(
            $"{name,-34} {operation.Count,8} {operation.Count / SecondsOf(name),8:F1} {took[0].TotalMilliseconds,8:F1} {took[1].TotalMilliseconds,8:F1} {took[2].TotalMilliseconds,8:F1} {operation.Errors,7}");
    }

    private static double CpuOf(Phase phase) => phase.Cpu.TotalMicroseconds / phase.Messages;

    private double SecondsOf(string operation) => operation switch
    {
        InboundAlone.Text => Phase.Sum(Alones).Took.TotalSeconds,
        Floor.Read or Floor.Write => Phase.Sum(Floors).Took.TotalSeconds,
        _ => Together.Took.TotalSeconds,
    };

    private static void Line(FormattableString text) => Console.WriteLine(text.ToString(CultureInfo.InvariantCulture));
}
