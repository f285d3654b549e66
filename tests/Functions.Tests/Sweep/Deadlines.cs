using Interactions.Domain.Interactions;
using Interactions.Domain.Messages;

namespace Interactions.Functions.Tests.Sweep;

/// <summary>How late everything was that time does, as the logs tell, by the times of one queue.</summary>
/// <param name="ready">Since when there was somebody to take those who were routed.</param>
internal sealed class Deadlines(DateTimeOffset ready)
{
    public Dictionary<string, List<TimeSpan>> Kept { get; } = [];

    public void Read(IReadOnlyList<LogEntry> log)
    {
        var (waitsSince, since, prompted) = (log[0].At, log[0].At, (DateTimeOffset?)null);
        DateTimeOffset? until = null;
        foreach (var (at, fact) in log.Select(entry => (entry.At, entry.Fact)))
        {
            switch (fact)
            {
                case OfferMade made:
                    until = made.Until;
                    break;
                case OfferAccepted when until is not null:
                    Note("routed", at, waitsSince > ready ? waitsSince : ready, 0);
                    break;
                case OfferTimedOut:
                    Note("offer", at, until!.Value, 0);
                    break;
                case SlaBreached breached:
                    Note("first response", at, breached.Due, 0);
                    break;
                case AgentPrompted:
                    Note("prompt", at, since, 300);
                    prompted = at;
                    break;
                case Requeued:
                    Note("requeue", at, prompted!.Value, 300);
                    waitsSince = at;
                    break;
                case Overflowed:
                    Note("overflow", at, since, 240);
                    waitsSince = at;
                    break;
                case MessageSent { Automatic: AutomaticText.Nudge }:
                    Note("nudge", at, since, 240);
                    break;
                case HoldLimitReached:
                    Note("hold limit", at, since, 360);
                    break;
                case Closed { Abandoned: true }:
                    Note("abandoned", at, waitsSince, 1500);
                    break;
                case Closed when log.Any(entry => entry.Fact is Ended):
                    Note("wrap-up", at, since, 120);
                    break;
                case Closed:
                    Note("closed while awaited", at, since, 600);
                    break;
            }

            if (fact is Claimed or PutOnHold or Ended)
                since = at;
        }
    }

    private void Note(string what, DateTimeOffset at, DateTimeOffset from, int seconds)
    {
        if (!Kept.TryGetValue(what, out var kept))
            Kept[what] = kept = [];
        kept.Add(at - from - TimeSpan.FromSeconds(seconds));
    }
}
