using System.Globalization;
using Interactions.Functions.Storage.Configuration;

namespace Interactions.Bench;

/// <summary>One line, one queue, and any number of agents.</summary>
internal static class Configuration
{
    public static string Agent(int place) => string.Create(CultureInfo.InvariantCulture, $"agent-{place}");

    public static IReadOnlyList<ConfigRow> Of(int agents, int capacity) =>
    [
        .. Enumerable.Range(1, agents).Select(place => new ConfigRow(ConfigKind.Agents, Agent(place), $$$"""{"capacity":{"messaging":{{{capacity}}}}}""")),
        new(ConfigKind.Queues, "support", $$"""{"members":[{{string.Join(',', Enumerable.Range(1, agents).Select(place => $"\"{Agent(place)}\""))}}]}"""),
        new(ConfigKind.Lines, "main", $$"""{"queue":"support","addresses":["{{SignedForm.Company}}"]}"""),
    ];
}
