using System.Text.Json.Nodes;
using Interactions.Domain.Values;
using Interactions.Functions.Console.Checks;
using Interactions.Functions.Console.Rules;
using Interactions.Functions.Storage.Configuration;
using Interactions.Functions.Users;

namespace Interactions.Functions.Contract;

/// <summary>Fields of what is configured, and of what is tried before.</summary>
internal static partial class Fields
{
    private static IEnumerable<(Type Type, string Name, JsonObject Schema)> Configuration() =>
    [
        (typeof(LineDocument), nameof(LineDocument.Queue), Forms.Id),
        (typeof(LineDocument), nameof(LineDocument.Addresses), Forms.Of(Forms.Address, LineFaults.MostAddresses)),
        (typeof(LineDocument), nameof(LineDocument.MessagingService), Forms.Text(34, pattern: "^MG[0-9a-fA-F]{32}$")),
        (typeof(LineDocument), nameof(LineDocument.Hours), Forms.Id),
        (typeof(LineDocument), nameof(LineDocument.WriteFirst), Forms.Id),
        (typeof(LineDocument), nameof(LineDocument.SendWithinSeconds), Forms.Number(1, QueueDocument.Longest)),
        .. Texts(typeof(LineDocument), nameof(LineDocument.Greeting), nameof(LineDocument.OutOfHoursText), nameof(LineDocument.HelpText)),
        (typeof(QueueDocument), nameof(QueueDocument.Members), Forms.Of(Forms.Id, QueueFaults.MostMembers)),
        (typeof(QueueDocument), nameof(QueueDocument.OverflowTo), Forms.Id),
        .. Texts(typeof(QueueDocument), nameof(QueueDocument.AbandonedText), nameof(QueueDocument.NudgeText), nameof(QueueDocument.HandedOverText)),
        .. Seconds(),
        (typeof(AgentDocument), nameof(AgentDocument.Name), Forms.Line(AgentFaults.LongestName)),
        (typeof(AgentDocument), nameof(AgentDocument.Skills), Forms.Of(Forms.Word(Words.Longest), AgentFaults.MostSkills)),
        .. Capacity(typeof(CapacityDocument)),
        (typeof(HoursDocument), nameof(HoursDocument.Zone), Forms.Text(HoursFaults.LongestZone, least: 1)),
        (typeof(HoursDocument), nameof(HoursDocument.Week), Forms.Of([], HoursFaults.MostOpenings)),
        (typeof(HoursDocument), nameof(HoursDocument.Holidays), Forms.Of([], HoursFaults.MostHolidays)),
        (typeof(ResponseDocument), nameof(ResponseDocument.Title), Forms.Line(ResponseFaults.LongestTitle)),
        .. Texts(typeof(ResponseDocument), nameof(ResponseDocument.Text)),
        (typeof(ResponseDocument), nameof(ResponseDocument.Queues), Forms.Of(Forms.Id, ResponseFaults.MostQueues)),
        (typeof(ResponseDocument), nameof(ResponseDocument.Tags), Forms.Of(Forms.Word(Words.Longest), ResponseFaults.MostTags)),
        (typeof(ResponseDocument), nameof(ResponseDocument.Shortcut), Forms.Text(Words.Longest, least: 1, pattern: @"^\S+$")),
    ];

    private static IEnumerable<(Type Type, string Name, JsonObject Schema)> Rules() =>
    [
        (typeof(RuleDocument), nameof(RuleDocument.Order), Forms.Whole(int.MinValue, int.MaxValue)),
        (typeof(RuleDocument), nameof(RuleDocument.Queue), Forms.Id),
        (typeof(RuleDocument), nameof(RuleDocument.Priority), Forms.Whole(-RuleFaults.HighestPriority, RuleFaults.HighestPriority)),
        (typeof(RuleDocument), nameof(RuleDocument.Skills), Forms.Of(Forms.Word(Words.Longest), RuleFaults.MostWords)),
        (typeof(RuleDocument), nameof(RuleDocument.Tags), Forms.Of(Forms.Word(Words.Longest), RuleFaults.MostWords)),
        (typeof(WhenDocument), nameof(WhenDocument.Lines), Forms.Of(Forms.Id, WhenFaults.MostOfOne, least: 1)),
        (typeof(WhenDocument), nameof(WhenDocument.Contains), Forms.Of(Forms.Prose(WhenFaults.LongestText), WhenFaults.MostOfOne, least: 1)),
        (typeof(WhenDocument), nameof(WhenDocument.Matches), Forms.Text(WhenFaults.LongestPattern, least: 1)),
        (typeof(WhenDocument), nameof(WhenDocument.Tags), Forms.Of(Forms.Word(Words.Longest), WhenFaults.MostOfOne, least: 1)),
        (typeof(WhenDocument), nameof(WhenDocument.Attributes), Forms.Named(
            Forms.Word(Words.Longest), Forms.Of(Forms.Prose(WhenFaults.LongestText), WhenFaults.MostOfOne, least: 1), WhenFaults.MostAttributes, least: 1)),
        (typeof(WhenDocument), nameof(WhenDocument.Languages), Forms.Of(Forms.LanguageTag, WhenFaults.MostOfOne, least: 1)),
        (typeof(DraftRuleDocument), nameof(DraftRuleDocument.Id), Forms.Id),
        (typeof(SampleDocument), nameof(SampleDocument.Line), Forms.Text(Address.Longest)),
        (typeof(SampleDocument), nameof(SampleDocument.Text), Forms.Text(Sample.LongestText)),
        (typeof(SampleDocument), nameof(SampleDocument.From), Forms.Address),
        (typeof(SampleDocument), nameof(SampleDocument.User), Forms.Id),
        (typeof(SampleDocument), nameof(SampleDocument.Language), Forms.LanguageTag),
        (typeof(SampleDocument), nameof(SampleDocument.Attributes), Forms.Named(
            Forms.Plain(UserReader.LongestAttributeName, least: 1), Forms.Text(UserReader.LongestAttributes - 1), UserReader.MostAttributes)),
        (typeof(SampleDocument), nameof(SampleDocument.Tags), Forms.Of(Forms.Word(Words.Longest), RuleFaults.MostWords)),
        (typeof(SampleDocument), nameof(SampleDocument.Rules), Forms.Of([], RuleFaults.MostRules)),
        (typeof(RuleReplayDocument), nameof(RuleReplayDocument.Days), Forms.Whole(1, RuleTrialsFunction.MostDays)),
        (typeof(RuleReplayDocument), nameof(RuleReplayDocument.Limit), Forms.Whole(1, RuleTrialsFunction.MostInteractions)),
        (typeof(RuleReplayDocument), nameof(RuleReplayDocument.Rules), Forms.Of([], RuleFaults.MostRules)),
    ];

    private static IEnumerable<(Type Type, string Name, JsonObject Schema)> Texts(Type type, params string[] names) =>
        names.Select(name => (type, name, Forms.Prose(Console.Checks.Texts.Longest)));

    // All that end like that, as they are checked.
    private static IEnumerable<(Type Type, string Name, JsonObject Schema)> Seconds() =>
        from property in ConfigJson.Default.QueueDocument.Properties
        where property.Name.EndsWith(nameof(Console.Checks.Seconds), StringComparison.Ordinal)
        select (typeof(QueueDocument), property.Name, Forms.Number(QueueFaults.AtLeastOne.Contains(property.Name) ? 1 : 0, QueueDocument.Longest));
}
