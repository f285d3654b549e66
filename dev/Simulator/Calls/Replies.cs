using Interactions.Simulator.Messages;

namespace Interactions.Simulator.Calls;

/// <summary>Messages that answer a text: what the webhook asked for, and what Twilio says itself.</summary>
internal sealed class Replies(Ledger ledger, Numbers numbers, OptOuts optOuts, Outbound outbound)
{
    public void Send(SimulatedMessage text, string webhook, string answer)
    {
        foreach (var reply in TwiML.In(answer))
        {
            var (sender, to) = (numbers.Find(reply.From ?? text.To), reply.To ?? text.From!);
            if (sender is not null && !optOuts.Contains(sender.Sender, to))
                Enter(sender, to, reply.Body, reply.Media, Absolute(reply.StatusCallback, webhook));
        }
    }

    /// <summary>Twilio's own, which an opt-out does not stop.</summary>
    public void Answer(SimulatorNumber number, string phone, Keyword keyword) =>
        Enter(number, phone, keyword.Answer, [], statusCallback: null);

    private void Enter(SimulatorNumber from, string to, string body, IReadOnlyList<string> media, string? statusCallback)
    {
        lock (ledger.Gate)
        {
            var random = ledger.Draw();
            outbound.Accept(
                new SimulatedMessage
                {
                    Sid = Ledger.NewSid(media.Count > 0 ? "MM" : "SM", random),
                    Direction = Directions.OutboundReply,
                    From = from.Address,
                    To = to,
                    Body = body,
                    MediaUrls = [.. media],
                    MediaSids = [.. media.Select(_ => Ledger.NewSid("ME", random))],
                    Status = Statuses.Queued,
                    MessagingServiceSid = from.MessagingServiceSid,
                    StatusCallback = statusCallback,
                    DateCreated = ledger.Now,
                    DateUpdated = ledger.Now,
                },
                sendAt: null,
                random);
        }
    }

    private static string? Absolute(string? callback, string webhook) =>
        callback is { Length: > 0 } && Uri.TryCreate(new Uri(webhook), callback, out var url) ? url.OriginalString : null;
}
