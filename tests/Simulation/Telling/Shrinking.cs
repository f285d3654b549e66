using Interactions.Simulation.Chance;

namespace Interactions.Simulation.Telling;

/// <summary>Finds the fewest events and the fewest ills with which a seed still breaks a law.</summary>
internal static class Shrinking
{
    public static Outcome Of(Plan plan)
    {
        var least = Run.Of(plan with { Tells = false });
        foreach (var ill in Enum.GetValues<Ill>().Where(ill => !plan.Without.Contains(ill)))
            least = Less(least, least.Plan with { Without = least.Plan.Without.Append(ill).ToHashSet() });
        for (var fewer = least.Plan.Events / 2; fewer > 0; fewer /= 2)
        {
            while (least.Plan.Events > fewer && Less(least, least.Plan with { Events = least.Plan.Events - fewer }) is var less && less != least)
                least = less;
        }

        return least;
    }

    private static Outcome Less(Outcome known, Plan plan) => Run.Of(plan) is { Broken: not null } still ? still : known;
}
