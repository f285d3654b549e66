using System.Globalization;
using Interactions.Domain.Desks;
using Interactions.Functions.Http;
using Interactions.Functions.Storage.Configuration;

namespace Interactions.Functions.Console.Checks;

/// <summary>What can be wrong with an agent.</summary>
internal static class AgentFaults
{
    public const int LongestName = 200;
    public const int MostSkills = 2000;

    public static IEnumerable<Fault> In(AgentDocument agent) =>
    [
        .. NameOf(agent),
        .. Repeated.SurplusIn("skills", agent.Skills.Count, MostSkills),
        .. Words.FaultsIn("skills", agent.Skills),
        .. ConfigJson.Default.CapacityDocument.Properties
            .Where(type => type.Get!(agent.Capacity) is not (int and >= 0 and <= Slots.MostOfEach))
            .Select(type => new Fault($"capacity.{type.Name}", string.Create(CultureInfo.InvariantCulture, $"has to be from 0 to {Slots.MostOfEach}"))),
    ];

    private static IEnumerable<Fault> NameOf(AgentDocument agent)
    {
        if (agent.Name is { } name && (string.IsNullOrWhiteSpace(name) || name.Length > LongestName || name.Any(char.IsControl)))
            yield return new("name", $"has to be one line of at most {LongestName} characters");
    }
}
