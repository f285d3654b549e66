using Interactions.Domain.Interactions;
using Interactions.Functions.Hosting;

namespace Interactions.Functions.Telemetry;

/// <summary>Counts what was stored, and how long it had taken.</summary>
internal static class Happenings
{
    /// <param name="before">As it was when that was decided.</param>
    public static void Count(Conversation before, Decision.Changed change)
    {
        foreach (var entry in change.Entries)
        {
            if (entry.Fact is MessageReceived)
                Metrics.Received.Add(1);
            if (entry.Interaction is { } id && change.Find(id) is { } interaction)
                Count(entry, before.Find(id), interaction);
        }
    }

    private static void Count(LogEntry entry, Interaction? before, Interaction after)
    {
        var queue = new KeyValuePair<string, object?>("queue", after.Queue.Value);
        switch (entry.Fact)
        {
            case InteractionOpened:
                Metrics.Opened.Add(1, queue);
                break;
            case OfferMade:
                CountOffer("made");
                break;
            case OfferAccepted:
                CountOffer("accepted");
                CountWait();
                break;
            case Claimed or Assigned:
                CountWait();
                break;
            case OfferDeclined:
                CountOffer("declined");
                break;
            case OfferTimedOut:
                CountOffer("expired");
                break;
            case MessageSent when before is { WaitTime: null } && after.WaitTime is { } answered:
                Metrics.FirstAnswer.Record(answered.TotalSeconds, queue);
                break;
            case SlaWarned:
                Metrics.SlaWarned.Add(1, queue);
                break;
            case SlaBreached:
                Metrics.SlaBreached.Add(1, queue);
                break;
            case Closed:
                Metrics.Closed.Add(1, queue);
                Metrics.Handle.Record(after.Duration.TotalSeconds, queue);
                break;
        }

        void CountOffer(string outcome) => Metrics.Offers.Add(1, queue, new("outcome", outcome));

        // Of what was opened and taken in one, nobody waited.
        void CountWait()
        {
            if (before?.Place is { } place)
                Metrics.Wait.Record(Math.Max(0, (entry.At - place.Entered).TotalSeconds), queue);
        }
    }
}
