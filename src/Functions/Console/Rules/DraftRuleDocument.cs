using Interactions.Functions.Storage.Configuration;

namespace Interactions.Functions.Console.Rules;

/// <summary>A rule that is to be tried before it is stored.</summary>
internal sealed class DraftRuleDocument : RuleDocument
{
    public string? Id { get; set; }
}
