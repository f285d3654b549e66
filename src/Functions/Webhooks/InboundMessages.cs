using System.Collections.Immutable;
using System.Globalization;
using Interactions.Domain.Consent;
using Interactions.Domain.Messages;
using Interactions.Domain.Values;

namespace Interactions.Functions.Webhooks;

/// <summary>Reads a customer's message out of what Twilio sends, whichever channel it came by.</summary>
internal static class InboundMessages
{
    private const int MostMedia = 10;

    // Twilio always names it; a file whose type nobody told is just bytes.
    private const string UnknownType = "application/octet-stream";

    public static Parsed<InboundMessage> Parse(Form form)
    {
        if (!MessageSid.TryParse(form["MessageSid"], CultureInfo.InvariantCulture, out var sid))
            return Unusable("MessageSid");
        if (!Address.TryParse(form["From"], CultureInfo.InvariantCulture, out var from))
            return Unusable("From");
        if (!Address.TryParse(form["To"], CultureInfo.InvariantCulture, out var to))
            return Unusable("To");

        var fields = new FormReading(form);
        Drop(fields, sid);
        var text = fields.Take("Body") ?? "";
        var media = Media(fields);
        return new Parsed<InboundMessage>.Understood(new InboundMessage
        {
            Sid = sid,
            From = from,
            To = to,
            Channel = ChannelOf(from, media.Length > 0),
            Text = text,
            Media = media,
            Segments = Segments(fields),
            Location = Location(fields),
            Button = Button(fields, text),
            ProfileName = fields.TakeText("ProfileName"),
            OptOutType = OptOutType(fields),
            Unknown = fields.Rest(),
        });
    }

    // The older names of the SID say nothing more, unless they say something else.
    private static void Drop(FormReading fields, MessageSid sid)
    {
        fields.Drop("AccountSid");
        fields.Drop("MessageSid", sid.Value);
        fields.Drop("SmsMessageSid", sid.Value);
        fields.Drop("SmsSid", sid.Value);
        fields.Take("From");
        fields.Take("To");
    }

    private static Channel ChannelOf(Address from, bool hasMedia) => from.Scheme switch
    {
        "whatsapp" => Channel.WhatsApp,
        "tel" or "sender" => hasMedia ? Channel.Mms : Channel.Sms,
        _ => Channel.Other,
    };

    // What is there counts, not what NumMedia says is there; where they differ, NumMedia is kept beside the unknown.
    private static ImmutableArray<Media> Media(FormReading fields)
    {
        var media = ImmutableArray.CreateBuilder<Media>();
        for (var n = 0; n < MostMedia; n++)
        {
            var place = n.ToString(CultureInfo.InvariantCulture);
            if (fields.TakeText("MediaUrl" + place) is { } url)
                media.Add(new(url, fields.TakeText("MediaContentType" + place) ?? UnknownType));
        }

        fields.Drop("NumMedia", media.Count.ToString(CultureInfo.InvariantCulture));
        return media.ToImmutable();
    }

    private static int Segments(FormReading fields)
    {
        if (!int.TryParse(fields["NumSegments"], NumberStyles.None, CultureInfo.InvariantCulture, out var segments) || segments < 1)
            return 1;

        fields.Take("NumSegments");
        return segments;
    }

    private static Location? Location(FormReading fields) =>
        fields["Latitude"] is { Length: > 0 } && fields["Longitude"] is { Length: > 0 }
            ? new Location(fields.Take("Latitude")!, fields.Take("Longitude")!, fields.TakeText("Label"), fields.TakeText("Address"))
            : null;

    // Some kinds of button send their label as the message's text alone.
    private static Button? Button(FormReading fields, string text)
    {
        var label = fields.TakeText("ButtonText");
        var payload = fields.TakeText("ButtonPayload");
        return label is null && payload is null ? null : new Button(label ?? text, payload);
    }

    private static ConsentWord? OptOutType(FormReading fields)
    {
        ConsentWord? word = fields["OptOutType"]?.ToUpperInvariant() switch
        {
            "STOP" => ConsentWord.Stop,
            "START" => ConsentWord.Start,
            "HELP" => ConsentWord.Help,
            _ => null,
        };
        if (word is not null)
            fields.Take("OptOutType");
        return word;
    }

    private static Parsed<InboundMessage>.Unusable Unusable(string field) => new(field);
}
