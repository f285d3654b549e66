using System.Globalization;
using Interactions.Domain.Interactions;
using Interactions.Domain.Routing;
using Interactions.Functions.Http;
using Interactions.Functions.Storage.Configuration;

namespace Interactions.Functions.Console.Checks;

/// <summary>What can be wrong with a rule, by itself and among the others.</summary>
internal static class RuleFaults
{
    public const int MostRules = 200;

    public const int MostWords = 20;
    public const int HighestPriority = Amendment.HighestPriority;

    public static IEnumerable<Reference> References(RuleDocument rule)
    {
        foreach (var (index, line) in rule.When.Lines?.Index() ?? [])
            yield return new($"when.lines[{index}]", ConfigKind.Lines, line);
        if (rule.Queue is { } queue)
            yield return new("queue", ConfigKind.Queues, queue);
    }

    public static IEnumerable<Fault> In(string id, RuleDocument rule, Picture picture) =>
        [.. In(rule), .. Among(picture.All(Kinds.Rules)).Where(fault => fault.Rule == id).Select(fault => fault.Fault)];

    /// <summary>By itself.</summary>
    public static IEnumerable<Fault> In(RuleDocument rule) =>
    [
        .. OfWhatItDoes(rule),
        .. WhenFaults.In(rule.When),
        .. Words.FaultsIn("skills", rule.Skills),
        .. Words.FaultsIn("tags", rule.Tags),
    ];

    /// <summary>What is wrong with each among the others: every rule that can never be met, and whatever is in its way.</summary>
    public static IEnumerable<(string Rule, Fault Fault)> Among(IEnumerable<(string Id, RuleDocument Document)> documents)
    {
        var rules = Rule.InOrder(documents.Select(rule => Read(rule.Id, rule.Document)).OfType<Rule>());
        foreach (var surplus in rules.Skip(MostRules))
            yield return (surplus.Id, new("order", string.Create(CultureInfo.InvariantCulture, $"is one too many: there may be {MostRules} rules")));

        foreach (var (missed, behind) in Reach.MissedIn(rules))
        {
            if (behind is null)
            {
                yield return (missed, new("when.tags", "names none that a rule before this one gives, so that it is never met"));
                continue;
            }

            yield return (missed, new("when", $"is never met: the rule '{behind}', which is asked before, takes all of it"));
            yield return (behind, new("when", $"leaves nothing to the rule '{missed}', which is asked later"));
        }
    }

    private static IEnumerable<Fault> OfWhatItDoes(RuleDocument rule)
    {
        if (rule.Order is null)
            yield return new("order", "is missing: it says where the rule stands among the others, the smallest first");
        if (rule is { Queue: null, Priority: null, Skills.Count: 0, Tags.Count: 0 })
            yield return new("queue", "is missing, and so are priority, skills and tags: the rule would do nothing");
        if (rule.Priority is < -HighestPriority or > HighestPriority)
            yield return new("priority", string.Create(CultureInfo.InvariantCulture, $"has to be from {-HighestPriority} to {HighestPriority}"));
        if (rule.Skills.Count > MostWords)
            yield return new("skills", string.Create(CultureInfo.InvariantCulture, $"may have {MostWords} entries"));
        if (rule.Tags.Count > MostWords)
            yield return new("tags", string.Create(CultureInfo.InvariantCulture, $"may have {MostWords} entries"));
    }

    // Null where it cannot be read, which is said by itself.
    private static Rule? Read(string id, RuleDocument document)
    {
        try
        {
            return document.ToRule(id);
        }
        catch (Exception broken) when (broken is FormatException or ArgumentException or NotSupportedException)
        {
            return null;
        }
    }
}
