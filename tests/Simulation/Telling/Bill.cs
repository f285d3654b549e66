using System.Globalization;
using Interactions.Simulation.Laws;

namespace Interactions.Simulation.Telling;

/// <summary>What each errand cost on average in the runs in which nothing went wrong.</summary>
/// <param name="Per">What it is divided by: how often the errand was run, or how many it assigned.</param>
internal sealed record Bill(string Name, int Per, double Storage, double Bus)
{
    public static IReadOnlyList<Bill> Of(IEnumerable<Outcome> outcomes) =>
    [
        .. outcomes.Where(outcome => outcome.IsFair).SelectMany(outcome => outcome.Costs).GroupBy(each => each.Key, StringComparer.Ordinal)
            .OrderBy(same => same.Key, StringComparer.Ordinal)
            .Select(same => Of(same.Key, same.Select(each => each.Value).Aggregate(static (one, other) =>
                new(one.Times + other.Times, one.Storage + other.Storage, one.Bus + other.Bus, one.Assignments + other.Assignments)))),
    ];

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Name} {Storage:F2} and {Bus:F2} ({Per} times)");

    private static Bill Of(string name, Costs.Sum sum)
    {
        var per = sum.Assignments > 0 ? sum.Assignments : sum.Times;
        return new(name, per, (double)sum.Storage / per, (double)sum.Bus / per);
    }
}
