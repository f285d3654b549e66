using Interactions.Functions.Http;
using Interactions.Functions.Storage.Configuration;

namespace Interactions.Functions.Console.Checks;

/// <summary>What can be wrong with a queue. That nobody is a member is not: somebody may be on the way.</summary>
internal static class QueueFaults
{
    public const int MostMembers = 20_000;

    /// <summary>Those times that would make everything spin if they were shorter than a second.</summary>
    public static readonly string[] AtLeastOne = ["offerForSeconds", "newRoundAfterSeconds"];

    public static IEnumerable<Reference> References(QueueDocument queue)
    {
        foreach (var (index, member) in queue.Members.Index())
            yield return new($"members[{index}]", ConfigKind.Agents, member);
        if (queue.OverflowTo is { } next)
            yield return new("overflowTo", ConfigKind.Queues, next);
    }

    public static IEnumerable<Fault> In(string id, QueueDocument queue, Picture picture) =>
    [
        .. Repeated.SurplusIn("members", queue.Members.Count, MostMembers),
        .. Repeated.FaultsIn("members", queue.Members),
        .. Seconds.FaultsIn(queue, ConfigJson.Default.QueueDocument, AtLeastOne),
        .. Overflow.FaultsIn(id, queue, picture),
        .. Texts.FaultsIn(
            ("abandonedText", queue.AbandonedText), ("nudgeText", queue.NudgeText), ("handedOverText", queue.HandedOverText)),
    ];
}
