namespace Interactions.Functions.Tests.Driver;

internal static class Eventually
{
    // Much longer than anything takes: a machine with two cores runs several test projects, emulators and browsers at once.
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(5);
    private static readonly TimeSpan LongestPause = TimeSpan.FromMilliseconds(50);

    /// <summary>Asks again and again until the answer fits; the last answer is returned, for the assertion to judge.</summary>
    public static async Task<T> Is<T>(Func<Task<T>> ask, Func<T, bool> fits)
    {
        using var limit = new CancellationTokenSource(Limit);
        for (var pause = FirstPause; ; pause = After(pause))
        {
            var answer = await ask();
            if (fits(answer) || limit.IsCancellationRequested)
                return answer;
            await Task.Delay(pause);
        }
    }

    /// <summary>Tries until nothing is thrown; what the last attempt threw is thrown.</summary>
    public static async Task Succeeds(Func<Task> attempt)
    {
        using var limit = new CancellationTokenSource(Limit);
        for (var pause = FirstPause; ; pause = After(pause))
        {
            try
            {
                await attempt();
                return;
            }
            catch (Exception) when (!limit.IsCancellationRequested)
            {
                await Task.Delay(pause);
            }
        }
    }

    // What is there soon is seen soon, and what takes long is not asked for all the time.
    private static TimeSpan After(TimeSpan pause) => pause * 1.5 < LongestPause ? pause * 1.5 : LongestPause;
}
