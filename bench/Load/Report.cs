using System.Globalization;

namespace Interactions.Bench.Load;

/// <summary>What a run showed, as text.</summary>
internal sealed class Report(LoadOptions options, Tally tally)
{
    public double FloorBefore { get; init; }

    public double FloorAfter { get; set; }

    public double AlonePerSecond { get; set; }

    public Phase Alone { get; set; } = null!;

    public Phase Together { get; set; } = null!;

    public int Unanswered { get; set; }

    public bool IsGood => tally.Errors == 0 && Unanswered == 0;

    private double FloorPerSecond => (FloorBefore + FloorAfter) / 2;

    public void Print()
    {
        var texts = tally[Caller.Opens].Count + tally[Caller.Continues].Count;
        var aloneTexts = AlonePerSecond * Alone.Took.TotalSeconds;
        Console.WriteLine();
        Line($"{"operation",-34} {"count",8} {"per s",8} {"p50 ms",8} {"p95 ms",8} {"p99 ms",8} {"errors",7}");
        foreach (var name in tally.Names)
            PrintOperation(name);
        Console.WriteLine();
        Line($"floor: {FloorBefore:F0} and {FloorAfter:F0} messages/s before and after; {2 * FloorPerSecond:F0} transactions/s");
        Line($"inbound alone: {AlonePerSecond:F0} messages/s, {Alone.Sent / aloneTexts:F2} transactions and {Alone.Cpu.TotalMicroseconds / aloneTexts:F0} us CPU of this process each");
        Line($"ratio of inbound alone to the floor: {AlonePerSecond / FloorPerSecond:F2} (aim 0.60)");
        Line($"everybody: {texts / Together.Took.TotalSeconds:F0} inbound messages/s, {(double)Together.Sent / texts:F1} transactions for each with all that follows from it");
        Line($"everybody: {Together.SentPerSecond:F0} transactions/s, {Together.SentPerSecond / (2 * FloorPerSecond):F2} of the floor's; {Together.Cpu / Together.Took:F2} cores in this process");
        Line($"transactions by kind: {string.Join(", ", Together.ByTable.OrderByDescending(pair => pair.Value).Take(12).Select(pair => $"{pair.Key} {(double)pair.Value / texts:F2}"))}");
        Line($"errors: {tally.Errors}; texts unanswered for long: {Unanswered}");
    }

    private void PrintOperation(string name)
    {
        var operation = tally[name];
        var took = operation.Percentiles(0.5, 0.95, 0.99);
        Line(
            $"{name,-34} {operation.Count,8} {operation.Count / SecondsOf(name),8:F1} {took[0].TotalMilliseconds,8:F1} {took[1].TotalMilliseconds,8:F1} {took[2].TotalMilliseconds,8:F1} {operation.Errors,7}");
    }

    private double SecondsOf(string operation) => operation switch
    {
        InboundAlone.Text => Alone.Took.TotalSeconds,
        Floor.Read or Floor.Write => 2 * options.Part.TotalSeconds,
        _ => Together.Took.TotalSeconds,
    };

    private static void Line(FormattableString text) => Console.WriteLine(text.ToString(CultureInfo.InvariantCulture));
}
