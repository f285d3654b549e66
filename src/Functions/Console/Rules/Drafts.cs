using Interactions.Domain.Policies;
using Interactions.Domain.Routing;
using Interactions.Functions.Console.Checks;
using Interactions.Functions.Http;
using Interactions.Functions.Storage.Configuration;

namespace Interactions.Functions.Console.Rules;

/// <summary>What is configured at this moment, if need be with other rules.</summary>
internal sealed class Drafts(ConfigStore store, PolicySource policies)
{
    /// <summary>Whoever has just changed something wants to see that, and not what was known half a minute ago.</summary>
    public async Task<Policy> StoredAsync(CancellationToken cancellationToken)
    {
        policies.Outdate();
        return await policies.CurrentAsync(cancellationToken);
    }

    /// <summary>With these rules in the place of those that are stored; or what is wrong with them.</summary>
    public async Task<(Policy? Policy, Problem? Problem)> WithAsync(
        Policy stored, IReadOnlyList<DraftRuleDocument> rules, CancellationToken cancellationToken)
    {
        var picture = Picture.Of(await store.ReadAsync(cancellationToken));
        return DraftFaults.In(rules, picture) is { Count: > 0 } faults
            ? (null, Problems.InvalidConfiguration(faults))
            : (stored with { Rules = Rule.InOrder(rules.Select(rule => rule.ToRule(rule.Id!))) }, null);
    }
}
