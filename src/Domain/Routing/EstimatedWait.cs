namespace Interactions.Domain.Routing;

/// <summary>
/// How long somebody would wait who came now. By Little's law, what is worked on is as much as ends in the time that one takes:
/// one ends every <c>time / number</c>, and everybody who waits before them needs such an end, and so do they. How long one takes is
/// not known while it lasts; looked at at any moment, the mean age of what is under way is the mean length, where lengths
/// vary as those of conversations do. So a minute's worth of rows says it, and no history has to be read.
/// </summary>
public static class EstimatedWait
{
    /// <param name="free">How many agents could take something at once: then nobody waits.</param>
    /// <param name="ages">How long each thing takes already that keeps an agent from taking another; where nothing does, nobody works.</param>
    public static TimeSpan? Of(int waiting, int free, IReadOnlyCollection<TimeSpan> ages)
    {
        if (free > 0)
            return TimeSpan.Zero;
        if (ages.Count == 0)
            return null;

        var takes = TimeSpan.FromTicks((long)ages.Average(age => age.Ticks));
        return (waiting + 1) * (takes / ages.Count);
    }
}
