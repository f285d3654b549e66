namespace Azure.Messaging.ServiceBus;

internal static class Moments
{
    /// <summary>Adds a duration, which may be "for ever", without running off the end of the calendar.</summary>
    public static DateTimeOffset PlusAtMost(this DateTimeOffset start, TimeSpan duration) =>
        duration >= DateTimeOffset.MaxValue - start ? DateTimeOffset.MaxValue : start + duration;
}
