using System.Security.Cryptography;

namespace Interactions.Functions.Commit;

/// <summary>How long to wait before deciding again: longer each time, and never as long as the others wait.</summary>
internal static class Jitter
{
    private const int FirstMilliseconds = 20;
    private const int LongestMilliseconds = 1000;

    public static TimeSpan Before(int attempt)
    {
        var longest = Math.Min(LongestMilliseconds, FirstMilliseconds << Math.Min(attempt, 10));
        return TimeSpan.FromMilliseconds(RandomNumberGenerator.GetInt32(FirstMilliseconds / 2, longest));
    }
}
