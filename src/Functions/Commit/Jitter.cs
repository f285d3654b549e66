namespace Interactions.Functions.Commit;

/// <summary>
/// How long to wait before deciding again: longer each time, and never as long as the others wait. The last digits of the time are chance
/// enough: no two who were in each other's way ask in the same instant for long, and where time is given, so is this.
/// </summary>
internal static class Jitter
{
    private const int FirstMilliseconds = 20;
    private const int LongestMilliseconds = 1000;

    public static TimeSpan Before(int attempt, TimeProvider clock)
    {
        const int Shortest = FirstMilliseconds / 2;
        var longest = Math.Min(LongestMilliseconds, FirstMilliseconds << Math.Min(attempt, 10));
        return TimeSpan.FromMilliseconds(Shortest + (int)(Scattered((ulong)clock.GetTimestamp()) % (ulong)(longest - Shortest)));
    }

    // Neighbours end up far from each other (the mixing of SplitMix64).
    private static ulong Scattered(ulong digits)
    {
        digits += 0x9E3779B97F4A7C15;
        digits = (digits ^ (digits >> 30)) * 0xBF58476D1CE4E5B9;
        digits = (digits ^ (digits >> 27)) * 0x94D049BB133111EB;
        return digits ^ (digits >> 31);
    }
}
