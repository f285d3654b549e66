using System.Globalization;
using Interactions.Domain.Values;
using Interactions.Functions.Console.Checks;
using Interactions.Functions.Http;

namespace Interactions.Functions.Console.Rules;

/// <summary>What is wrong with rules that are to be tried: the same as if they were to be stored in the place of all others.</summary>
internal static class DraftFaults
{
    public static IReadOnlyList<Fault> In(IReadOnlyList<DraftRuleDocument?> rules, Picture picture)
    {
        if (rules.Count > RuleFaults.MostRules)
            return [new("rules", string.Create(CultureInfo.InvariantCulture, $"has {rules.Count} entries, and may have {RuleFaults.MostRules}"))];

        var named = rules.OfType<DraftRuleDocument>().Where(rule => Identifier.IsValid(rule.Id)).DistinctBy(rule => rule.Id);
        var among = RuleFaults.Among(named.Select(rule => (rule.Id!, (Storage.Configuration.RuleDocument)rule))).ToLookup(each => each.Rule, each => each.Fault);
        return
        [
            .. rules.Index().SelectMany(rule => In(rule.Item, picture)
                .Concat(among[rule.Item?.Id ?? ""])
                .Select(fault => fault with { Field = $"rules[{rule.Index}].{fault.Field}" })),
            .. Repeated.FaultsIn("rules", rules.Select(rule => rule?.Id)).Select(fault => fault with { Reason = "has the id of another" }),
        ];
    }

    private static IEnumerable<Fault> In(DraftRuleDocument? rule, Picture picture)
    {
        if (rule is null)
            return [new("id", "is missing: there is no rule")];
        IEnumerable<Fault> id = Identifier.IsValid(rule.Id) ? [] : [new("id", Ids.Otherwise)];
        return [.. id, .. Check.FaultsIn(RuleFaults.References(rule), picture), .. RuleFaults.In(rule)];
    }
}
