namespace Interactions.Functions.Boards;

/// <summary>How things stand in a queue. Times are in whole seconds.</summary>
/// <param name="WaitingSince">When the one came who waits longest; null where nobody does.</param>
/// <param name="EstimatedWait">Of somebody who would come now; null where nobody works there.</param>
/// <param name="AsOf">When it was counted.</param>
internal sealed record QueueView(
    string Id,
    int Waiting,
    DateTimeOffset? WaitingSince,
    double? LongestWait,
    int Offered,
    int Active,
    int Held,
    int WrapUp,
    AgentCount Agents,
    double? EstimatedWait,
    DateTimeOffset AsOf)
{
    public static QueueView Of(QueueCounts counts, DateTimeOffset at, DateTimeOffset now) => new(
        counts.Queue.Value,
        counts.Waiting.Number,
        counts.Waiting.Since,
        counts.Waiting.Since is { } since ? Seconds(now - since) : null,
        counts.Work.Offered,
        counts.Work.Active,
        counts.Work.Held,
        counts.Work.WrapUp,
        counts.Agents,
        counts.EstimatedWait is { } wait ? Seconds(wait) : null,
        at);

    // Clocks of several machines differ a little.
    private static double Seconds(TimeSpan time) => Math.Max(0, Math.Round(time.TotalSeconds));
}
