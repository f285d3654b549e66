using Interactions.Functions.Storage.Configuration;

namespace Interactions.Functions.Console.Checks;

/// <summary>Every kind of thing that can be configured.</summary>
internal static class Kinds
{
    public static readonly Kind<LineDocument> Lines =
        new(ConfigKind.Lines, "line", ConfigJson.Default.LineDocument, LineFaults.References, LineFaults.In);

    public static readonly Kind<QueueDocument> Queues =
        new(ConfigKind.Queues, "queue", ConfigJson.Default.QueueDocument, QueueFaults.References, QueueFaults.In);

    public static readonly Kind<AgentDocument> Agents =
        new(ConfigKind.Agents, "agent", ConfigJson.Default.AgentDocument, _ => [], (_, agent, _) => AgentFaults.In(agent));

    public static readonly Kind<HoursDocument> Hours =
        new(ConfigKind.Hours, "hours", ConfigJson.Default.HoursDocument, _ => [], (_, hours, _) => HoursFaults.In(hours));

    public static readonly Kind<RuleDocument> Rules =
        new(ConfigKind.Rules, "rule", ConfigJson.Default.RuleDocument, RuleFaults.References, RuleFaults.In);

    public static readonly Kind<ResponseDocument> Responses =
        new(ConfigKind.Responses, "response", ConfigJson.Default.ResponseDocument, ResponseFaults.References, (_, response, _) => ResponseFaults.In(response));

    private static readonly Dictionary<string, Kind> ByName = new Kind[] { Lines, Queues, Agents, Hours, Rules, Responses }.ToDictionary(kind => kind.Name);

    public static Kind? Find(string name) => ByName.GetValueOrDefault(name);
}
