using Interactions.Simulator.Messages;

namespace Interactions.Simulator.Api;

/// <summary>Rules as they are written in JSON, and what is wrong with one.</summary>
internal static class RuleJson
{
    private const double LongestDelay = 600;
    private const int MostTimes = 10;

    public static Rule Of(ChaosRule rule) => new()
    {
        Kind = rule.Kind,
        Probability = rule.Probability,
        Count = rule.Count,
        On = rule.On,
        To = rule.To,
        BodyContains = rule.BodyContains,
        Code = rule.Code,
        Status = rule.Status,
        DelaySeconds = rule.Delay?.TotalSeconds,
        Times = rule.Times,
    };

    public static ChaosRule Rule(Rule rule) => new(rule.Kind)
    {
        Probability = rule.Probability ?? 1,
        Count = rule.Count,
        On = rule.On,
        To = rule.To,
        BodyContains = rule.BodyContains,
        Code = rule.Code,
        Status = rule.Status,
        Delay = rule.DelaySeconds is { } seconds ? TimeSpan.FromSeconds(seconds) : null,
        Times = rule.Times ?? 2,
    };

    public static string? Wrong(Rule? rule) => rule switch
    {
        null => "is none",
        { Probability: not null and not (>= 0 and <= 1) } => "probability is from 0 to 1",
        { Count: < 1 } => "count is at least 1",
        { To: not null } when !Phones.IsAddress(rule.To) => "to is a number such as +12025550123",
        { BodyContains.Length: 0 or > 1600 } => "bodyContains has from 1 to 1,600 characters",
        { Code: not null and not (>= 10000 and <= 99999) } => "code has five digits",
        { Status: not null and not (Statuses.Failed or Statuses.Undelivered) } => "status is failed or undelivered",
        { DelaySeconds: not null and not (>= 0 and <= LongestDelay) } => "delaySeconds is from 0 to 600",
        { Times: not null and not (>= 1 and <= MostTimes) } => "times is from 1 to 10",
        _ => null,
    };
}
