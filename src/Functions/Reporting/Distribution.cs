using System.Text.Json.Serialization;

namespace Interactions.Functions.Reporting;

/// <summary>
/// How long something took, many times: the sum exactly, and how often it took about how long. The steps grow by a twentieth each, so
/// that days can be added up and what is read of them is off by a fortieth at most.
/// </summary>
internal sealed class Distribution
{
    private const double Growth = 1.05;

    public long Count { get; set; }

    public double Seconds { get; set; }

    public double Longest { get; set; }

    /// <summary>How many there are by step; what took less than a second is in the first.</summary>
    public SortedDictionary<int, long> Steps { get; set; } = [];

    [JsonIgnore]
    public double? Average => Count == 0 ? null : Seconds / Count;

    public void Add(TimeSpan time)
    {
        var seconds = Math.Max(0, time.TotalSeconds);
        Count++;
        Seconds += seconds;
        Longest = Math.Max(Longest, seconds);
        Include(StepOf(seconds), 1);
    }

    public void Add(Distribution other)
    {
        Count += other.Count;
        Seconds += other.Seconds;
        Longest = Math.Max(Longest, other.Longest);
        foreach (var (step, count) in other.Steps)
            Include(step, count);
    }

    /// <summary>What that part of all did not exceed; null where there are none.</summary>
    public double? Percentile(double part)
    {
        if (Count == 0)
            return null;
        var rank = Math.Max(1, (long)Math.Ceiling(part * Count));
        foreach (var (step, count) in Steps)
        {
            rank -= count;
            if (rank <= 0)
                return Math.Min(MiddleOf(step), Longest);
        }

        return Longest;
    }

    private static int StepOf(double seconds) => seconds < 1 ? 0 : 1 + (int)Math.Floor(Math.Log(seconds) / Math.Log(Growth));

    private static double MiddleOf(int step) => step == 0 ? 0.5 : Math.Pow(Growth, step - 0.5);

    private void Include(int step, long count) => Steps[step] = Steps.GetValueOrDefault(step) + count;
}
