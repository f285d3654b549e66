using Interactions.Domain.Interactions;
using Interactions.Simulation.Cloud;
using Interactions.Simulation.Telling;

namespace Interactions.Simulation.Laws;

/// <summary>Nothing goes out to a customer before what was written to them earlier has, or is known not to.</summary>
internal sealed class TurnLaws(Archive archive)
{
    public void Check(Sent message)
    {
        if (message.IsReply)
            return;
        var (profile, sequence) = message.Place;
        var kept = archive.Find(profile)!;
        var line = kept.Entries[sequence].Line;
        foreach (var entry in kept.Entries.Values.TakeWhile(entry => entry.Sequence < sequence))
        {
            if (entry.Line == line && entry.Fact is MessageSent { To: null, Delivery: { IsUnderWay: true } delivery })
                throw new LawBrokenException($"Message {sequence} of {kept.Head.Id} went out while {entry.Sequence} before it is {delivery}.");
        }
    }
}
