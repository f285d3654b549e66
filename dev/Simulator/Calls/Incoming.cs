using System.Collections.Concurrent;
using System.Collections.Immutable;
using Interactions.Simulator.Messages;

namespace Interactions.Simulator.Calls;

/// <summary>A text from a phone, on its way to the app.</summary>
internal sealed class Incoming(
    Ledger ledger, OptOuts optOuts, MediaShelf shelf, ChaosRules chaos, Replies replies, Courier courier, Underway underway,
    SimulatorOptions options, TimeProvider time, Func<Uri> ownAddress)
{
    private readonly ConcurrentDictionary<string, TaskCompletionSource> _heldBack = new(StringComparer.Ordinal);

    private sealed record Trouble(int Times, TimeSpan Delay, Task? HeldBack, TimeSpan Longest);

    /// <summary>What the first webhook for it answers; it goes on if nobody waits for that.</summary>
    public Task<WebhookAnswer> TextAsync(string from, SimulatorNumber to, string body, IReadOnlyList<SimulatedMedia> media)
    {
        SimulatedMessage message;
        Trouble trouble;
        Keyword? keyword;
        lock (ledger.Gate)
        {
            var random = ledger.Draw();
            message = ledger.Enter(Message(from, to, body, media, random));
            trouble = TroubleFor(message, random);
            keyword = message.IsWhatsApp ? null : Keyword.In(body);
            if (keyword is not null)
                Heed(keyword, to, from);
        }

        var form = Forms.Inbound(
            message, [.. media.Select(file => file.ContentType)], options.AccountSid, options.AdvancedOptOut ? keyword?.Type : null);
        return underway.RunAsync(token => DeliverAsync(message, to, form, trouble, token));
    }

    private SimulatedMessage Message(string from, SimulatorNumber to, string body, IReadOnlyList<SimulatedMedia> media, Random random)
    {
        var sid = Ledger.NewSid(media.Count > 0 ? "MM" : "SM", random);
        ImmutableArray<string> files = [.. media.Select(_ => Ledger.NewSid("ME", random))];
        foreach (var (file, content) in files.Zip(media))
            shelf.Keep(file, content);
        return new SimulatedMessage
        {
            Sid = sid,
            Direction = Directions.Inbound,
            From = from,
            To = to.Address,
            Body = body,
            MediaUrls = [.. files.Select(file => new Uri(ownAddress(), $"/2010-04-01/Accounts/{options.AccountSid}/Messages/{sid}/Media/{file}").AbsoluteUri)],
            MediaSids = files,
            Status = Statuses.Received,
            MessagingServiceSid = to.MessagingServiceSid,
            DateCreated = ledger.Now,
            DateUpdated = ledger.Now,
            DateSent = ledger.Now,
        };
    }

    private Trouble TroubleFor(SimulatedMessage message, Random random)
    {
        var lost = Strike(ChaosKind.Lose) is not null;
        var times = Strike(ChaosKind.Duplicate)?.Times ?? 1;
        var delay = Strike(ChaosKind.Delay);
        var reorder = Strike(ChaosKind.Reorder);
        return new Trouble(
            lost ? 0 : times,
            delay is null ? TimeSpan.Zero : delay.Delay ?? Journey.Late,
            reorder is null ? null : NextOf(message.From!),
            reorder?.Delay ?? Journey.Late);

        ChaosRule? Strike(ChaosKind kind) => chaos.Strike(random, RequestKind.Webhook, message.To, message.Body, kind);
    }

    private void Heed(Keyword keyword, SimulatorNumber number, string phone)
    {
        var changed = keyword.Type switch
        {
            Keyword.Stop => optOuts.Set(number.Sender, phone, optedOut: true),
            Keyword.Start => optOuts.Set(number.Sender, phone, optedOut: false),
            _ => true,
        };
        if (changed)
            replies.Answer(number, phone, keyword);
    }

    private async Task<WebhookAnswer> DeliverAsync(
        SimulatedMessage message, SimulatorNumber to, List<KeyValuePair<string, string>> form, Trouble trouble, CancellationToken cancellationToken)
    {
        if (trouble.Delay > TimeSpan.Zero)
            await Task.Delay(trouble.Delay, time, cancellationToken);
        if (trouble.HeldBack is { } untilThen)
            await Task.WhenAny(untilThen, Task.Delay(trouble.Longest, time, cancellationToken));

        try
        {
            // Twice the same at once is the hardest that can come.
            var answers = await Task.WhenAll(Enumerable.Range(0, trouble.Times).Select(_ => CallAsync(message, to, form, cancellationToken)));
            return (answers.FirstOrDefault() ?? WebhookAnswer.None) with { MessageSid = message.Sid };
        }
        finally
        {
            if (trouble.HeldBack is null && _heldBack.TryRemove(message.From!, out var held))
                held.TrySetResult();
        }
    }

    // When the next text of that phone has gone.
    private Task NextOf(string phone) =>
        _heldBack.GetOrAdd(phone, _ => new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously)).Task;

    private async Task<WebhookAnswer> CallAsync(
        SimulatedMessage message, SimulatorNumber to, List<KeyValuePair<string, string>> form, CancellationToken cancellationToken)
    {
        var url = (to.InboundUrl ?? options.InboundUrl).OriginalString;
        var answer = await courier.PostAsync(RequestKind.Webhook, url, form, cancellationToken);
        if (answer.Failed && (to.FallbackUrl ?? options.FallbackUrl)?.OriginalString is { } fallback)
        {
            List<KeyValuePair<string, string>> again = [.. form];
            again.Put("ErrorCode", "11200");
            again.Put("ErrorUrl", url);
            url = fallback;
            answer = await courier.PostAsync(RequestKind.Webhook, url, again, cancellationToken) with { ByFallback = true };
        }

        if (answer.Status is >= 200 and < 300)
            replies.Send(message, url, answer.Body);
        return answer;
    }
}
