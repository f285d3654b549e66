namespace Interactions.Functions.Tests.Driver;

internal static class Eventually
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(20);

    /// <summary>Asks again and again until the answer fits; the last answer is returned, for the assertion to judge.</summary>
    public static async Task<T> Is<T>(Func<Task<T>> ask, Func<T, bool> fits)
    {
        using var limit = new CancellationTokenSource(Limit);
        while (true)
        {
            var answer = await ask();
            if (fits(answer) || limit.IsCancellationRequested)
                return answer;
            await Task.Delay(TimeSpan.FromMilliseconds(50));
        }
    }

    /// <summary>Tries until nothing is thrown; what the last attempt threw is thrown.</summary>
    public static async Task Succeeds(Func<Task> attempt)
    {
        using var limit = new CancellationTokenSource(Limit);
        while (true)
        {
            try
            {
                await attempt();
                return;
            }
            catch (Exception) when (!limit.IsCancellationRequested)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(50));
            }
        }
    }
}
