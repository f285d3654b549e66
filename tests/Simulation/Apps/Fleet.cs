using System.Globalization;
using Interactions.Simulation.Chance;
using Interactions.Simulation.Telling;
using Interactions.Simulation.Time;

namespace Interactions.Simulation.Apps;

/// <summary>The instances that run: who dies is replaced after a while, and now and then all are replaced by new ones.</summary>
internal sealed class Fleet(Schedule schedule, Climate climate, Dice dice, Chronicle chronicle, Func<string, Instance> build) : IDisposable
{
    private const int Size = 3;

    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(30);

    private readonly List<Instance> _instances = [];
    private readonly List<Instance> _dead = [];
    private int _count;

    public bool IsIdle => _instances.TrueForAll(instance => instance.Busy == 0);

    public void Begin()
    {
        for (var place = 0; place < Size; place++)
            Start();
        DeployLater();
    }

    /// <summary>Whichever takes on something new; null where none does.</summary>
    public Instance? Anybody()
    {
        var open = 0;
        foreach (var instance in _instances)
            open += instance.IsOpen ? 1 : 0;
        if (open == 0)
            return null;
        var chosen = dice.Below(open);
        foreach (var instance in _instances)
        {
            if (instance.IsOpen && chosen-- == 0)
                return instance;
        }

        return null;
    }

    public void Dispose()
    {
        foreach (var instance in _instances.Concat(_dead))
            instance.Dispose();
    }

    private void Start()
    {
        var instance = build(string.Create(CultureInfo.InvariantCulture, $"app-{++_count}"));
        _instances.Add(instance);
        instance.Died += () => Bury(instance);
        chronicle.Tell($"{instance.Name} starts");
    }

    private void Bury(Instance instance)
    {
        _instances.Remove(instance);
        _dead.Add(instance);
        if (!instance.IsReplaced)
            schedule.World.After(dice.Between(TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(20)), Start);
    }

    private void DeployLater() => schedule.World.After(dice.About(TimeSpan.FromMinutes(3)), () =>
    {
        if (climate.Has(Ill.Deploy))
            Deploy();
        DeployLater();
    });

    private void Deploy()
    {
        chronicle.Suffered(Ill.Deploy, "all");
        foreach (var old in _instances.Where(instance => instance.IsOpen).ToList())
        {
            schedule.World.After(dice.About(TimeSpan.FromSeconds(3)), () =>
            {
                if (!old.IsOpen)
                    return;
                Start();
                old.Stop(Grace);
            });
        }
    }
}
