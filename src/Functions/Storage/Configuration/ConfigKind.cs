namespace Interactions.Functions.Storage.Configuration;

/// <summary>What can be configured: the partitions of the table <c>Config</c>.</summary>
internal static class ConfigKind
{
    public const string Lines = "lines";
    public const string Queues = "queues";
    public const string Hours = "hours";
    public const string Agents = "agents";
    public const string Rules = "rules";
    public const string Responses = "responses";

    public static IReadOnlyList<string> All { get; } = [Lines, Queues, Hours, Agents, Rules, Responses];
}
