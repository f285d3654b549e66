namespace Interactions.Functions.Recovery;

/// <summary>How the provider's list is compared with what came.</summary>
internal static class CheckTimes
{
    /// <summary>What is younger may still come by itself: a webhook is given up after 15 seconds, and so is the fallback after it.</summary>
    public static readonly TimeSpan Youngest = TimeSpan.FromMinutes(1);

    /// <summary>How far each check looks back behind the last: a message may show in the list some time after it came.</summary>
    public static readonly TimeSpan Overlap = TimeSpan.FromMinutes(15);

    /// <summary>How long a message waits for its files while they cannot be asked for, from when they first could not.</summary>
    public static readonly TimeSpan LongestForFiles = TimeSpan.FromHours(6);

    /// <summary>What is listed at once, where there is much to look through.</summary>
    public static readonly TimeSpan LongestSlice = TimeSpan.FromHours(1);

    /// <summary>Nobody gets so many messages in this time that their pages would have to be counted.</summary>
    public static readonly TimeSpan ShortestSlice = TimeSpan.FromMinutes(1);

    /// <summary>How many pages a slice may have; with more, a shorter one is taken.</summary>
    public const int MostPages = 10;

    /// <summary>How long one run goes on. It ends before it would be ended, and the next goes on where it was.</summary>
    public static readonly TimeSpan Run = TimeSpan.FromMinutes(3);
}
