using System.Globalization;
using Interactions.Simulator.Messages;

namespace Interactions.Simulator.Rest;

/// <summary>Messages as Twilio writes them.</summary>
internal sealed class Rendering(SimulatorOptions options)
{
    private const string Version = "2010-04-01";

    public string Account => $"/{Version}/Accounts/{options.AccountSid}";

    public MessageJson Message(SimulatedMessage message) => new()
    {
        AccountSid = options.AccountSid,
        ApiVersion = Version,
        Body = message.Body,
        DateCreated = Moment(message.DateCreated),
        DateSent = message.DateSent is { } sent ? Moment(sent) : null,
        DateUpdated = Moment(message.DateUpdated),
        Direction = message.Direction,
        ErrorCode = message.ErrorCode,
        ErrorMessage = message.ErrorCode is null ? null : "Failed on demand",
        From = message.From,
        MessagingServiceSid = message.MessagingServiceSid,
        NumMedia = Number(message.MediaUrls.Length),

        // Nobody knows before a number of the pool is chosen.
        NumSegments = message.Status is Statuses.Accepted or Statuses.Scheduled ? "0" : Number(Segments.Of(message.Body)),
        PriceUnit = "USD",
        Sid = message.Sid,
        Status = message.Status,
        SubresourceUris = new SubresourcesJson($"{Account}/Messages/{message.Sid}/Media.json"),
        To = message.To,
        Uri = $"{Account}/Messages/{message.Sid}.json",
    };

    public MediaJson Media(SimulatedMessage message, string sid, string contentType) => new(
        sid, options.AccountSid, message.Sid, contentType, Moment(message.DateCreated), Moment(message.DateUpdated), $"{Account}/Messages/{message.Sid}/Media/{sid}.json");

    private static string Moment(DateTimeOffset moment) =>
        moment.ToUniversalTime().ToString("ddd, dd MMM yyyy HH:mm:ss +0000", CultureInfo.InvariantCulture);

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
