using System.Collections.Immutable;
using System.Globalization;
using Interactions.Simulator.Calls;
using Interactions.Simulator.Messages;
using Microsoft.AspNetCore.Http;

namespace Interactions.Simulator.Rest;

/// <summary>A message that the app wants sent: refused for what Twilio refuses by itself, or accepted.</summary>
internal sealed class Creation(Ledger ledger, Numbers numbers, OptOuts optOuts, Outbound outbound)
{
    private const int LongestBody = 1600;
    private const int MostMedia = 10;

    /// <summary>Under the ledger's lock.</summary>
    public (SimulatedMessage? Message, Refusal? Refusal) Create(IFormCollection form, Random random)
    {
        var (from, service, to) = (Field(form, "From"), Field(form, "MessagingServiceSid"), Field(form, "To"));
        if (Wrong(form, from, service, to) is { } refusal)
            return (null, refusal);

        var media = form["MediaUrl"].OfType<string>().ToImmutableArray();
        var sendAt = SendAt(form);
        var now = ledger.Now;
        return (outbound.Accept(
            new SimulatedMessage
            {
                Sid = Ledger.NewSid(media.Length > 0 ? "MM" : "SM", random),
                Direction = Directions.OutboundApi,
                From = from,
                To = to!,
                Body = Field(form, "Body") ?? "",
                MediaUrls = media,
                MediaSids = [.. media.Select(_ => Ledger.NewSid("ME", random))],
                Status = sendAt is not null ? Statuses.Scheduled : service is null ? Statuses.Queued : Statuses.Accepted,
                MessagingServiceSid = service,
                StatusCallback = Field(form, "StatusCallback"),
                DateCreated = now,
                DateUpdated = now,
            },
            sendAt,
            random), null);
    }

    private Refusal? Wrong(IFormCollection form, string? from, string? service, string? to)
    {
        if (to is null)
            return Refusal.BadRequest(21604, "A 'To' phone number is required.");
        if (!Phones.IsAddress(to))
            return Refusal.BadRequest(21211, $"Invalid 'To' Phone Number: {to}");
        if (from is null && service is null)
            return Refusal.BadRequest(21603, "A 'From' phone number is required.");
        if (from is not null && numbers.Find(from) is null)
            return Refusal.BadRequest(21606, $"The 'From' phone number {from} is not a valid, message-capable number of this account.");
        if (service is not null && !numbers.HasService(service))
            return Refusal.BadRequest(21701, $"The Messaging Service {service} does not exist.");
        if (from is null && !numbers.CanReach(service!, to))
            return Refusal.BadRequest(21704, "The Messaging Service contains no phone number that can write there.");
        var body = Field(form, "Body");
        if (body is null && form["MediaUrl"].Count == 0 && Field(form, "ContentSid") is null)
            return Refusal.BadRequest(21602, "Message body is required.");
        if (body?.Length > LongestBody)
            return Refusal.BadRequest(21617, "The concatenated message body exceeds the 1600 character limit.");
        if (form["MediaUrl"].Count > MostMedia)
            return Refusal.BadRequest(21623, "Number of media files exceeds allowed limit.");
        if (Field(form, "StatusCallback") is { } callback && !(Uri.TryCreate(callback, UriKind.Absolute, out var url) && url.Scheme is "http" or "https"))
            return Refusal.BadRequest(21609, $"The 'StatusCallback' URL {callback} is not a valid URL.");
        return optOuts.Contains(service ?? numbers.Find(from)!.Sender, to) ? Refusal.OptedOut : null;
    }

    private static DateTimeOffset? SendAt(IFormCollection form) =>
        DateTimeOffset.TryParse(Field(form, "SendAt"), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at) ? at : null;

    private static string? Field(IFormCollection form, string name) => form[name].ToString() is { Length: > 0 } value ? value : null;
}
