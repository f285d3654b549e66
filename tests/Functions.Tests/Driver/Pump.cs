namespace Interactions.Functions.Tests.Driver;

/// <summary>
/// Lets time pass while somebody waits: little by little as long as calls are made, so that a step that takes a little does not take long
/// on the clock, and more and more once there is nothing to wait for but the clock.
/// </summary>
internal sealed class Pump(MovableClock clock, Calls calls)
{
    private static readonly TimeSpan ShortestTick = TimeSpan.FromMilliseconds(5);
    private static readonly TimeSpan LongestTick = TimeSpan.FromMilliseconds(250);

    public async Task WaitAsync(Task task)
    {
        var (tick, before) = (ShortestTick, calls.Passed);
        while (!task.IsCompleted)
        {
            clock.Pass(tick);
            await Task.WhenAny(task, Task.Delay(1));
            var now = calls.Passed;
            tick = now != before || now.Begun != now.Ended ? ShortestTick : tick * 2;
            tick = tick < LongestTick ? tick : LongestTick;
            before = now;
        }

        await task;
    }

    public async Task<T> WaitAsync<T>(Task<T> task)
    {
        await WaitAsync((Task)task);
        return await task;
    }
}
