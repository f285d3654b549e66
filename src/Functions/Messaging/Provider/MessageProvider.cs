using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using Interactions.Domain.Messages;
using Interactions.Domain.Values;
using Interactions.Functions.Hosting;
using Microsoft.Extensions.Logging;
using Twilio.Clients;
using Twilio.Exceptions;
using Twilio.Rest.Api.V2010.Account;
using Twilio.Types;

namespace Interactions.Functions.Messaging.Provider;

/// <summary>Has Twilio send messages and tell which it has. Of what goes wrong there, only what it means comes back.</summary>
internal sealed class MessageProvider(ITwilioRestClient client, ILogger<MessageProvider> logger)
{
    // For nearly everybody all that was ever sent to them.
    private const int MostPages = 5;

    // It is on its way, or nobody has told Twilio yet whether it arrived.
    private const int UnfinishedError = 20009;

    public async Task<Answer> SendAsync(OutboundMessage message, Sender from, Address to, string callback)
    {
        try
        {
            var created = await MessageResource.CreateAsync(Request(message, from, to, callback), client);
            return MessageSid.TryParse(created?.Sid, CultureInfo.InvariantCulture, out var sid)
                ? new Answer.Accepted(ReportOf(created!, sid))
                : new Answer.Unclear();
        }
        catch (Exception fault)
        {
            // Whatever it is, by now Twilio may have the message.
            var answer = Faults.AnswerOf(fault);
            logger.NotAccepted(answer.GetType().Name, (answer as Answer.Refused)?.Error.Code ?? 0, fault.GetBaseException().GetType().Name);
            return answer;
        }
    }

    /// <summary>What was sent to an address since then; null where Twilio cannot be asked, or tells what cannot be read.</summary>
    public async Task<IReadOnlyList<ProviderMessage>?> ListAsync(Sender from, Address to, DateTimeOffset since)
    {
        try
        {
            // By when it was sent nothing is asked: what waits there has no such time yet. What answered a webhook is known to us by its
            // callback alone, and is not looked for.
            var found = new List<ProviderMessage>();
            var isCut = false;
            await foreach (var page in MessagePages.ReadAsync(client, MostPages, KeyValuePair.Create("To", to.AtProvider)))
            {
                foreach (var message in page.Records.Where(each => each.Direction == MessageResource.DirectionEnum.OutboundApi))
                {
                    if (Read(message, from) is not { } listed)
                        return null;
                    if (listed.CreatedAt >= since)
                        found.Add(listed);
                }

                isCut = page.HasNextPage();
            }

            // In which order they come is not promised: only all of them prove that one is not among them.
            return isCut ? null : found;
        }
        catch (Exception fault)
        {
            logger.NotListed(fault.GetBaseException().GetType().Name);
            return null;
        }
    }

    /// <summary>Has the provider forget a message, and with it what is attached to it.</summary>
    public async Task<Removal> RemoveAsync(MessageSid sid)
    {
        try
        {
            await MessageResource.DeleteAsync(sid.Value, client: client);
            return Removal.Gone;
        }
        catch (ApiException refused) when (refused.Status == 404)
        {
            return Removal.Gone;
        }
        catch (ApiException refused) when (refused.Status == 409 || refused.Code == UnfinishedError)
        {
            return Removal.NotYet;
        }
        catch (ApiException refused) when (refused.Status is >= 400 and < 500 and not (401 or 403 or 408 or 429))
        {
            // It is about this one message: the others can be asked for nevertheless.
            logger.NotRemoved(refused.Code, nameof(ApiException));
            return Removal.NotYet;
        }
        catch (Exception fault)
        {
            logger.NotRemoved((fault as ApiException)?.Code ?? 0, fault.GetBaseException().GetType().Name);
            return Removal.Away;
        }
    }

    private static CreateMessageOptions Request(OutboundMessage message, Sender from, Address to, string callback) => new(new PhoneNumber(to.AtProvider))
    {
        From = from.Number is { } number ? new PhoneNumber(number.AtProvider) : null,
        MessagingServiceSid = from.Service,
        Body = message.Template is null && message.Text.Length > 0 ? message.Text : null,
        MediaUrl = [.. message.Media.Select(url => new Uri(url))],
        ContentSid = message.Template?.Sid,
        ContentVariables = message.Template is { Variables.Count: > 0 } template
            ? JsonSerializer.Serialize(template.Variables, ProviderJson.Default.ImmutableSortedDictionaryStringString)
            : null,
        StatusCallback = new Uri(callback),
    };

    private static DeliveryReport ReportOf(MessageResource message, MessageSid sid) =>
        new(sid, Words.StateOf(message.Status?.ToString()) ?? DeliveryState.Accepted, message.ErrorCode, SegmentsOf(message));

    private static bool IsFrom(MessageResource message, Sender from) =>
        from.Number is { } number ? message.From?.ToString() == number.AtProvider : message.MessagingServiceSid == from.Service;

    private static ProviderMessage? Read(MessageResource message, Sender from) =>
        MessageSid.TryParse(message.Sid, CultureInfo.InvariantCulture, out var sid) && message.DateCreated is { } created
            ? new(
                sid,
                message.Body ?? "",
                int.TryParse(message.NumMedia, NumberStyles.None, CultureInfo.InvariantCulture, out var media) ? media : 0,
                created.ToUniversalTime(),
                IsFrom(message, from),
                Words.StateOf(message.Status?.ToString()),
                message.ErrorCode,
                SegmentsOf(message))
            : null;

    private static int? SegmentsOf(MessageResource message) =>
        int.TryParse(message.NumSegments, NumberStyles.None, CultureInfo.InvariantCulture, out var segments) && segments > 0 ? segments : null;
}

[JsonSerializable(typeof(ImmutableSortedDictionary<string, string>))]
internal sealed partial class ProviderJson : JsonSerializerContext;
