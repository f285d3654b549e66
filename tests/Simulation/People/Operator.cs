using Interactions.Simulation.Apps;
using Interactions.Simulation.Chance;
using Interactions.Simulation.Cloud;
using Interactions.Simulation.Telling;
using Interactions.Simulation.Time;

namespace Interactions.Simulation.People;

/// <summary>What runs by the clock, and whoever sees to what is left over.</summary>
internal sealed class Operator(Schedule schedule, Front front, Bus bus, Func<Instance?> anybody, Climate climate, Dice dice, Chronicle chronicle)
{
    public void Begin()
    {
        Every(TimeSpan.FromMinutes(1), "Sweep", Ill.SweepIrregular);
        Every(TimeSpan.FromMinutes(5), "InboundReconciliation", Ill.SweepIrregular);
    }

    /// <summary>What came before the first time was never ours.</summary>
    public void BeginReconciling() => anybody()!.Tick("InboundReconciliation", _ => { });

    /// <summary>Has everything tried again that was put aside.</summary>
    public async Task TidyAsync()
    {
        bus.ReplayDeadLetters();
        await front.AskAsync(
            new HttpCall("ReplayAllUnprocessed", "POST", "/api/console/unprocessed/replay") { Headers = [("Authorization", "Bearer dev-admin-1")] },
            TimeSpan.FromMinutes(1));
    }

    private void Every(TimeSpan period, string function, Ill irregular) => schedule.World.After(period, () =>
    {
        var times = dice.Chance(climate.Of(irregular, 0.2)) ? dice.Pick([0, 2]) : 1;
        if (times != 1)
            chronicle.Suffered(irregular, function);
        for (var time = 0; time < times; time++)
            anybody()?.Tick(function, _ => { });
        Every(period, function, irregular);
    });
}
