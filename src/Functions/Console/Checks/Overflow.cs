using Interactions.Functions.Http;
using Interactions.Functions.Storage.Configuration;

namespace Interactions.Functions.Console.Checks;

/// <summary>Where a queue overflows to. Whoever went in a circle would never arrive.</summary>
internal static class Overflow
{
    public static IEnumerable<Fault> FaultsIn(string id, QueueDocument queue, Picture picture)
    {
        if (queue is { OverflowTo: null, OverflowAfterSeconds: not null })
            yield return new("overflowAfterSeconds", "says when and not where to: overflowTo is missing");
        if (queue.OverflowTo == id)
            yield return new("overflowTo", "is the queue itself");
        else if (LoopFrom(id, picture) is { } loop)
            yield return new("overflowTo", $"leads into a loop: {string.Join(" → ", loop)}");
    }

    private static List<string>? LoopFrom(string id, Picture picture)
    {
        var way = new List<string>();
        for (var next = id; next is not null; next = picture.Find(Kinds.Queues, next)?.OverflowTo)
        {
            if (way.IndexOf(next) is var place and >= 0)
                return [.. way[place..], next];
            way.Add(next);
        }

        return null;
    }
}
