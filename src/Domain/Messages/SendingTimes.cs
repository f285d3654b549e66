namespace Interactions.Domain.Messages;

/// <summary>How long is waited for what, on the way of a message to the provider.</summary>
public static class SendingTimes
{
    /// <summary>For the provider's answer.</summary>
    public static readonly TimeSpan Call = TimeSpan.FromSeconds(10);

    /// <summary>Whoever has not begun to ask by then does not.</summary>
    public static readonly TimeSpan Start = TimeSpan.FromSeconds(15);

    /// <summary>After so long nobody is asking any more who began to ask.</summary>
    public static readonly TimeSpan Lease = TimeSpan.FromSeconds(30);

    /// <summary>After so long the provider's list holds whatever it took.</summary>
    public static readonly TimeSpan Settled = TimeSpan.FromMinutes(2);

    /// <summary>After so long what could not be found out is told to the agent.</summary>
    public static readonly TimeSpan Window = TimeSpan.FromMinutes(15);

    private static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(1);

    /// <summary>When to look for it next, so long after it was asked for.</summary>
    public static TimeSpan NextLook(TimeSpan since) =>
        since < TimeSpan.FromSeconds(15) ? TimeSpan.FromSeconds(2)
        : since < Settled ? Settled - since
        : LongestPause;

    /// <summary>Before it is asked for again, after so many attempts.</summary>
    public static TimeSpan Pause(int attempts) =>
        TimeSpan.FromTicks(Math.Min(FirstPause.Ticks << Math.Clamp(attempts - 1, 0, 10), LongestPause.Ticks));
}
