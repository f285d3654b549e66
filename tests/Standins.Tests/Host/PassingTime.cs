using Interactions.Standins.Tests.ServiceBus.Support;

namespace Interactions.Standins.Tests.Host;

internal static class PassingTime
{
    /// <summary>
    /// Lets time pass in steps, and after each lets those whose timers rang set new ones, as they would if it passed by itself.
    /// </summary>
    public static async Task PassAsync(this ManualTimeProvider time, TimeSpan duration, TimeSpan step)
    {
        var timers = await SettledAsync(time);
        for (var passed = TimeSpan.Zero; passed < duration; passed += step)
        {
            time.Advance(step);
            await Recorder.UntilAsync(() => time.ArmedTimers == timers);
        }
    }

    private static async Task<int> SettledAsync(ManualTimeProvider time)
    {
        var seen = -1;
        while (seen != time.ArmedTimers)
        {
            seen = time.ArmedTimers;
            await Task.Delay(TimeSpan.FromMilliseconds(200));
        }

        return seen;
    }
}
