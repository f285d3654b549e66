using Interactions.Simulation.Chance;
using Interactions.Simulation.Telling;
using Interactions.Simulation.Time;

namespace Interactions.Simulation.Cloud;

/// <summary>When which part of the cloud is away for a while.</summary>
internal sealed class Skies(Schedule schedule, Climate climate, Dice dice, Chronicle chronicle)
{
    private readonly bool[] _away = new bool[Enum.GetValues<Side>().Length];

    public bool IsAway(Side place) => _away[(int)place];

    /// <summary>From now on, until all is calm.</summary>
    public void Begin() => schedule.World.After(dice.About(TimeSpan.FromMinutes(4)), () =>
    {
        if (climate.Has(Ill.Outage))
            Darken((Side)dice.Below(_away.Length));
        Begin();
    });

    public void Clear() => Array.Clear(_away);

    private void Darken(Side place)
    {
        chronicle.Suffered(Ill.Outage, place.ToString());
        _away[(int)place] = true;
        schedule.World.After(dice.About(TimeSpan.FromSeconds(20)), () => _away[(int)place] = false);
    }
}
