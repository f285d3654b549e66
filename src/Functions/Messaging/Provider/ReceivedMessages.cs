using System.Globalization;
using Interactions.Domain.Messages;
using Interactions.Domain.Values;
using Interactions.Functions.Hosting;
using Interactions.Functions.Security;
using Microsoft.Extensions.Logging;
using Twilio.Base;
using Twilio.Clients;
using Twilio.Exceptions;
using Twilio.Http;
using Twilio.Rest.Api.V2010.Account;
using Twilio.Rest.Api.V2010.Account.Message;
using HttpMethod = Twilio.Http.HttpMethod;

namespace Interactions.Functions.Messaging.Provider;

/// <summary>Asks Twilio what came for us, whether or not its webhooks did.</summary>
internal sealed class ReceivedMessages(ITwilioRestClient client, TwilioSettings settings, ILogger<ReceivedMessages> logger)
{
    // Whole seconds are all that the list knows, and whether it includes the moments that it is asked for is not promised.
    private static readonly TimeSpan Margin = TimeSpan.FromSeconds(1);

    /// <summary>What came from one moment to another, both included. One question covers all numbers, whichever lines have them.</summary>
    public async Task<Received> ListAsync(DateTimeOffset from, DateTimeOffset until, int mostPages)
    {
        try
        {
            var found = new List<ReceivedMessage>();
            var isCut = false;
            await foreach (var page in MessagePages.ReadAsync(client, mostPages, Filter("DateSent>", from - Margin), Filter("DateSent<", until + Margin)))
            {
                found.AddRange(page.Records
                    .Where(message => message.Direction == MessageResource.DirectionEnum.Inbound)
                    .Select(Read)
                    .OfType<ReceivedMessage>()
                    .Where(message => message.CameAt >= from && message.CameAt <= until));
                isCut = page.HasNextPage();
            }

            // The list begins with the newest, so of one second the last named came first.
            return isCut ? new Received.TooMany() : new Received.All([.. Enumerable.Reverse(found).OrderBy(message => message.CameAt)]);
        }
        catch (Exception fault)
        {
            logger.NotListed(fault.GetBaseException().GetType().Name);
            return new Received.Unavailable();
        }
    }

    /// <summary>The files of a message as a webhook would name them; null where Twilio cannot be asked, none where they are gone.</summary>
    public async Task<IReadOnlyList<Media>?> MediaAsync(MessageSid sid)
    {
        try
        {
            var request = new Request(HttpMethod.Get, $"https://api.twilio.com/2010-04-01/Accounts/{client.AccountSid}/Messages/{sid}/Media.json");
            var page = Page<MediaResource>.FromJson("media_list", (await client.RequestAsync(request)).Content);
            return [.. page.Records.Select(media => new Media(AddressOf(media), media.ContentType ?? ""))];
        }
        catch (ApiException gone) when (gone.Status == 404)
        {
            return [];
        }
        catch (Exception fault)
        {
            logger.NotListed(fault.GetBaseException().GetType().Name);
            return null;
        }
    }

    private static KeyValuePair<string, string> Filter(string name, DateTimeOffset moment) =>
        new(name, moment.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture));

    // The resource that describes the file is named like the file.
    private string AddressOf(MediaResource media)
    {
        const string Description = ".json";
        var path = media.Uri.EndsWith(Description, StringComparison.Ordinal) ? media.Uri[..^Description.Length] : media.Uri;
        return new Uri(settings.ApiBaseUrl, path).AbsoluteUri;
    }

    // What a webhook could not bring either is left out.
    private static ReceivedMessage? Read(MessageResource message) =>
        MessageSid.TryParse(message.Sid, CultureInfo.InvariantCulture, out var sid)
        && Address.TryParse(message.From?.ToString(), CultureInfo.InvariantCulture, out var from)
        && Address.TryParse(message.To?.ToString(), CultureInfo.InvariantCulture, out var to)
        && (message.DateSent ?? message.DateCreated) is { } came
            ? new(
                sid,
                from,
                to,
                message.Body ?? "",
                message.MessagingServiceSid,
                message.NumSegments,
                int.TryParse(message.NumMedia, NumberStyles.None, CultureInfo.InvariantCulture, out var media) ? media : 0,
                came.ToUniversalTime())
            : null;
}
