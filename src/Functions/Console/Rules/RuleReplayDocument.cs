namespace Interactions.Functions.Console.Rules;

/// <summary>What admins want to know before they store other rules.</summary>
internal sealed class RuleReplayDocument
{
    /// <summary>How far back.</summary>
    public int Days { get; set; } = 7;

    /// <summary>How many interactions to look at.</summary>
    public int Limit { get; set; } = 200;

    /// <summary>In the place of those that are stored.</summary>
    public IReadOnlyList<DraftRuleDocument>? Rules { get; set; }
}
