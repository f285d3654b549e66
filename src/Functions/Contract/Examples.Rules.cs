using Interactions.Functions.Console.Rules;

namespace Interactions.Functions.Contract;

/// <summary>What is answered about rules.</summary>
internal static partial class Examples
{
    private static readonly ConditionView Condition = new("contains", null, ["refund"], null, "the text contains 'refund'");
    private static readonly RouteView Before = new("support", 0, [], [], null);

    public static RuleTestView RuleTest { get; } = new()
    {
        Line = "main",
        At = At,
        InHours = true,
        User = "u-4711",
        Language = "en",
        Attributes = new Dictionary<string, string> { ["tier"] = "gold" },
        Rules = [new("refunds", Order: 10, Asked: true, Matched: true, Decided: true, [Condition], null)],
        DecidedBy = "refunds",
        Joins = null,
        Outcome = new()
        {
            Queue = "billing",
            Priority = 5,
            Skills = [],
            Tags = [],
            Language = "en",
            Texts = [],
            Members = 3,
            Able = 3,
            Sla = new(300, At.AddSeconds(300)),
            Continues = null,
            Preferred = null,
        },
    };

    public static RuleReplayView RuleReplay { get; } = new(
        At,
        LookedAt: 120,
        LeftOut: 3,
        Changed: 1,
        Truncated: false,
        [new("refunds", Matched: 1, Decided: 1, Changed: 1), new(null, Matched: 0, Decided: 119, Changed: 0)],
        [new("support", "billing", Count: 1)],
        [new(Interaction.Id, Number, At, Before, Before with { Queue = "billing", Priority = 5, Rule = "refunds" })]);
}
