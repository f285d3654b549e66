using System.Globalization;
using Interactions.Domain.Messages;
using Interactions.Functions.Messaging.Provider;
using Interactions.Functions.Webhooks;

namespace Interactions.Functions.Recovery;

/// <summary>A listed message as the webhook's form that it would have come in, so that both are read, kept and replayed alike.</summary>
internal static class ReceivedForm
{
    public static Form Of(ReceivedMessage message, IReadOnlyList<Media> media)
    {
        var fields = new List<KeyValuePair<string, string>>
        {
            new("MessageSid", message.Sid.Value),
            new("From", message.From.AtProvider),
            new("To", message.To.AtProvider),
            new("Body", message.Text),
            new("NumMedia", message.MediaCount.ToString(CultureInfo.InvariantCulture)),
        };
        if (message.Segments is { } segments)
            fields.Add(new("NumSegments", segments));
        if (message.Service is { } service)
            fields.Add(new(Intake.MessagingService, service));
        for (var n = 0; n < media.Count; n++)
        {
            var place = n.ToString(CultureInfo.InvariantCulture);
            fields.Add(new("MediaUrl" + place, media[n].Url));
            if (media[n].ContentType is { Length: > 0 } type)
                fields.Add(new("MediaContentType" + place, type));
        }

        return new Form(fields);
    }
}
