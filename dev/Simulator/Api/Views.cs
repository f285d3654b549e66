using Interactions.Simulator.Messages;

namespace Interactions.Simulator.Api;

/// <summary>What there is, as the page and the JSON API show it.</summary>
internal sealed class Views(Ledger ledger, Phones phones, Numbers numbers, OptOuts optOuts, MediaShelf shelf, ChaosRules chaos, int seed)
{
    private const int MostMessages = 2000;

    public Setup Setup => new([.. phones.All.Select(Phone)], Numbers, Chaos);

    public Everything Everything => new(Setup, [.. ledger.All.TakeLast(MostMessages).Select(Message)]);

    public IReadOnlyList<Number> Numbers => [.. numbers.All.Select(number => new Number(number.Address, number.MessagingServiceSid))];

    public ChaosState Chaos => new([.. chaos.Rules.Select(RuleJson.Of)], seed);

    public Phone Phone(string number) => new(number, optOuts.SendersOf(number));

    public Shown Message(SimulatedMessage message) => new(
        message.Sid,
        message.Direction,
        message.Phone,
        message.IsInbound ? message.To : message.From,
        message.Body,
        [.. message.MediaUrls.Select((url, place) => message.IsInbound
            ? new Media($"/media-store/{message.MediaSids[place]}", shelf.Find(message.MediaSids[place])?.ContentType)
            : new Media(url, null))],
        message.Status,
        message.ErrorCode,
        message.DateCreated,
        message.MessagingServiceSid,
        message.StatusCallback);
}
