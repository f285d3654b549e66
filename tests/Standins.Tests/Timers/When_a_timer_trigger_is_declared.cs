using System.Reflection;
using Microsoft.Azure.Functions.Worker;

namespace Interactions.Standins.Tests.Timers;

public sealed class When_a_timer_trigger_is_declared
{
    [Fact]
    public void Its_parameter_carries_the_schedule_and_is_monitored_unless_told_otherwise()
    {
        var trigger = typeof(When_a_timer_trigger_is_declared)
            .GetMethod(nameof(Sweep), BindingFlags.Static | BindingFlags.NonPublic)!
            .GetParameters().Single()
            .GetCustomAttribute<TimerTriggerAttribute>()!;

        Assert.Equal(("0 * * * * *", true, true), (trigger.Schedule, trigger.UseMonitor, trigger.RunOnStartup));
    }

    private static bool Sweep([TimerTrigger("0 * * * * *", RunOnStartup = true)] TimerInfo timer) => timer.IsPastDue;
}
