using System.Collections.Immutable;

namespace Interactions.Domain.Routing;

/// <summary>Finds the rules that no message can ever meet.</summary>
public static class Reach
{
    /// <summary>Of these rules, in the order in which they are asked. Not every such rule is found, but each that is found is one.</summary>
    public static IEnumerable<Unreachable> MissedIn(ImmutableArray<Rule> rules)
    {
        for (var place = 0; place < rules.Length; place++)
        {
            if (LacksTag(rules, place))
                yield return new(rules[place].Id, Behind: null);
            else if (Enumerable.Range(0, place).FirstOrDefault(earlier => IsBehind(rules, place, earlier), -1) is >= 0 and var obstacle)
                yield return new(rules[place].Id, rules[obstacle].Id);
        }
    }

    // A new interaction has no tags but those that rules give it.
    private static bool LacksTag(ImmutableArray<Rule> rules, int place) =>
        rules[place].When.OfType<Condition.Tagged>().Any(asked => !IsGivenBetween(rules, 0, place, asked));

    private static bool IsBehind(ImmutableArray<Rule> rules, int place, int earlier) =>
        rules[earlier].Queue is not null
        && rules[earlier].When.All(wider => rules[place].When.Any(narrower => Implies(rules, earlier, place, narrower, wider)));

    // What has a tag now may not have had it yet when the earlier rule was asked.
    private static bool Implies(ImmutableArray<Rule> rules, int earlier, int place, Condition narrower, Condition wider) =>
        narrower.Implies(wider) && !(narrower is Condition.Tagged tagged && IsGivenBetween(rules, earlier, place, tagged));

    private static bool IsGivenBetween(ImmutableArray<Rule> rules, int from, int to, Condition.Tagged asked) =>
        rules[from..to].Any(rule => rule.Tags.Any(asked.AnyOf.Contains));
}

/// <param name="Behind">The rule that takes everything before; null where it asks for tags that no rule before it gives.</param>
public sealed record Unreachable(string Rule, string? Behind);
