using Interactions.Domain.Interactions;
using Interactions.Domain.Messages;
using Interactions.Domain.Values;
using Interactions.Simulation.Cloud;
using Interactions.Simulation.Telling;

namespace Interactions.Simulation.Laws;

/// <summary>What goes out was accepted, goes out once, and not to somebody who said STOP; what became of it is told as it was.</summary>
internal sealed class OutboundLaws(World world, Archive archive)
{
    // Whoever began to send when nobody had said STOP cannot take it back.
    private static readonly TimeSpan UnderWay = SendingTimes.Start + SendingTimes.Call;

    private readonly Dictionary<(ProfileId Profile, long Sequence), Sent> _sent = [];

    public static bool IsDeliveryOnly(LogEntry before, LogEntry after) =>
        (before.Fact, after.Fact) is (MessageSent was, MessageSent now) && after with { Fact = now with { Delivery = was.Delivery } } == before;

    /// <summary>However a message got so far, it does not get back.</summary>
    public static void Check(Archive.Kept kept)
    {
        foreach (var (before, after) in kept.Changed)
        {
            var (was, now) = (((MessageSent)before.Fact).Delivery, ((MessageSent)after.Fact).Delivery);
            if ((was.Sid is { } sid && now.Sid != sid) || ProgressOf(now.State) < ProgressOf(was.State))
                throw new LawBrokenException($"Message {before.Sequence} of {kept.Head.Id} went back from {was} to {now}.");
        }
    }

    public void Check(Sent message)
    {
        var (profile, sequence) = message.Place;
        if (!_sent.TryAdd(message.Place, message))
            throw new LawBrokenException($"Message {sequence} of {profile} went out twice: {_sent[message.Place].Sid} and {message.Sid}.");
        if (archive.Find(profile) is not { } kept || !kept.Entries.TryGetValue(sequence, out var entry) || entry.Fact is not MessageSent { Message: var written })
            throw new LawBrokenException($"Message {message.Sid} went out and is in no log.");
        if (written.Text != message.Text)
            throw new LawBrokenException($"Message {message.Sid} says {message.Text} and was to say {written.Text}.");
        if (world.Ledger.Replies.TryGetValue(message.Text, out var reply) && reply.IsRefused)
            throw new LawBrokenException($"{message.Text} was refused and went out.");
        if (!message.IsReply && entry.Line is { } line && kept.Head.ConsentOn(line) is { State: Domain.Consent.ConsentState.OptedOut } consent && StoppedAt(kept, line) is { } at && message.At - at > UnderWay)
            throw new LawBrokenException($"{message.Text} went out at {message.At:T} to somebody who said STOP at {at:T} ({consent}).");
    }

    public void CheckAtTheEnd()
    {
        foreach (var kept in archive.All)
        {
            foreach (var entry in kept.Entries.Values)
            {
                if (entry.Fact is MessageSent sent)
                    CheckAtTheEnd(kept.Head.Id, entry.Sequence, sent.Delivery);
            }
        }

        var written = archive.Entries.Select(entry => entry.Fact).OfType<MessageSent>().GroupBy(sent => sent.Message.Text, StringComparer.Ordinal)
            .ToDictionary(same => same.Key, same => same.Count(), StringComparer.Ordinal);
        foreach (var reply in world.Ledger.Replies.Values)
        {
            var times = written.GetValueOrDefault(reply.Text);
            if (times > 1 || (times == 0 && reply.IsAccepted) || (times > 0 && reply.IsRefused))
                throw new LawBrokenException($"{reply.Text} was {(reply.IsAccepted ? "accepted" : reply.IsRefused ? "refused" : "left open")} and is in the log {times} times.");
        }
    }

    private void CheckAtTheEnd(ProfileId profile, long sequence, Delivery delivery)
    {
        var sent = _sent.GetValueOrDefault((profile, sequence));
        if (delivery.IsUnderWay)
            throw new LawBrokenException($"Message {sequence} of {profile} is still {delivery}.");
        if (sent is null && delivery.Sid is not null)
            throw new LawBrokenException($"Message {sequence} of {profile} is {delivery} and never went out.");
        if (sent is not null && delivery.Sid is null && delivery.State is not (DeliveryState.Unknown or DeliveryState.Answered))
            throw new LawBrokenException($"Message {sequence} of {profile} went out as {sent.Sid} and is {delivery}.");
        if (sent is not null && delivery.Sid is { } sid && (sid.Value != sent.Sid || !MayBe(delivery.State, sent)))
            throw new LawBrokenException($"Message {sequence} of {profile} went out as {sent.Sid}, which is {sent.State}, and is {delivery}.");
    }

    // A report may have got lost, so that what came before is the last that is known.
    private static bool MayBe(DeliveryState state, Sent sent) =>
        state is DeliveryState.Accepted || sent.States.Contains(state.ToString(), StringComparer.OrdinalIgnoreCase);

    private static DateTimeOffset? StoppedAt(Archive.Kept kept, LineId line) => kept.Entries.Values
        .LastOrDefault(entry => entry.Line == line && entry.Fact is ConsentChanged)?.At;

    private static int ProgressOf(DeliveryState state) => state switch
    {
        DeliveryState.Pending or DeliveryState.Submitting or DeliveryState.Unknown => 0,
        DeliveryState.Answered => 1,
        DeliveryState.Accepted or DeliveryState.Scheduled => 2,
        DeliveryState.Queued => 3,
        DeliveryState.Sending => 4,
        DeliveryState.Sent => 5,
        DeliveryState.Canceled or DeliveryState.Failed or DeliveryState.Undelivered => 6,
        DeliveryState.Delivered => 7,
        _ => 8,
    };
}
