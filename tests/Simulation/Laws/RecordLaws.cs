using Interactions.Domain.Interactions;
using Interactions.Simulation.Telling;

namespace Interactions.Simulation.Laws;

/// <summary>Of conversations and their records, at every write.</summary>
internal static class RecordLaws
{
    public static void Check(Archive.Kept kept)
    {
        if (kept.HasNewHead)
            CheckHead(kept.Before, kept.Head, kept.Added);
        else if (kept.Added.Count > 0)
            throw new LawBrokenException($"The log of {kept.Head.Id} grew without its head.");
        foreach (var (before, after) in kept.Changed)
        {
            if (before != after && !OutboundLaws.IsDeliveryOnly(before, after))
                throw new LawBrokenException($"Entry {before.Sequence} of {kept.Head.Id} was {before} and is {after}.");
        }

        foreach (var (before, after) in kept.History)
            CheckClosed(before, after);
    }

    private static void CheckHead(Conversation before, Conversation after, List<LogEntry> added)
    {
        if (after.Version != before.Version + 1)
            throw new LawBrokenException($"{after.Id} went from version {before.Version} to {after.Version}.");
        if (!added.Select(entry => entry.Sequence).SequenceEqual(Enumerable.Range(0, (int)(after.NextSequence - before.NextSequence)).Select(n => before.NextSequence + n)))
            throw new LawBrokenException($"The log of {after.Id} goes on at {before.NextSequence} with {string.Join(", ", added.Select(entry => entry.Sequence))}, up to {after.NextSequence}.");
        if (after.Active.GroupBy(open => open.Line).Any(line => line.Count() > 1))
            throw new LawBrokenException($"{after.Id} has two active interactions on one line.");
        foreach (var open in after.Active)
        {
            if (open.Id.Ordinal >= after.NextOrdinal || open.IsClosed || open.Id.Profile != after.Id)
                throw new LawBrokenException($"{open.Id} cannot be among what is open.");
            if (before.Find(open.Id) is null && open.Id.Ordinal < before.NextOrdinal)
                throw new LawBrokenException($"{open.Id} was closed and is open again.");
            if (open.State is InteractionState.WorkInProgress or InteractionState.OnHold && open.AssignedTo is null)
                throw new LawBrokenException($"{open.Id} is {open.State} and nobody's.");
        }
    }

    // What may not be written differently any more.
    private static string Told(Interaction closed) =>
        $"{closed.Number} {closed.State} {closed.ClosedAt:O} by {closed.ClosedBy} of {closed.AssignedTo}, from {closed.FirstSequence}, worked {closed.Duration}, waited {closed.WaitTime}";

    private static void CheckClosed(Interaction? before, Interaction after)
    {
        if (after.ClosedAt is null || after.ClosedBy is null || !after.IsClosed || after.ShortDescription.Length == 0 != (before?.ShortDescription.Length == 0) && before is not null)
            throw new LawBrokenException($"{after.Id} is not closed as it should be: {after}.");
        if (before is not null && Told(before) != Told(after))
            throw new LawBrokenException($"{after.Id} was closed, and changed since: {Told(before)} is {Told(after)}.");
    }
}
