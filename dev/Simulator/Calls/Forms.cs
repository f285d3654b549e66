using System.Globalization;
using Interactions.Simulator.Messages;
using Fields = System.Collections.Generic.List<System.Collections.Generic.KeyValuePair<string, string>>;

namespace Interactions.Simulator.Calls;

/// <summary>The parameters of Twilio's calls, in its order.</summary>
internal static class Forms
{
    private const string ApiVersion = "2010-04-01";
    private const string WhatsApp = "whatsapp:";

    public static Fields Inbound(SimulatedMessage message, IReadOnlyList<string> mediaTypes, string account, string? optOutType) =>
        message.IsWhatsApp ? FromWhatsApp(message, mediaTypes, account) : FromPhone(message, mediaTypes, account, optOutType);

    public static Fields Status(SimulatedMessage message, string account)
    {
        var fields = new Fields();
        if (message.IsWhatsApp)
            fields.Put("ChannelPrefix", "whatsapp");
        if (message.ErrorCode is { } code)
            fields.Put("ErrorCode", code.ToString(CultureInfo.InvariantCulture));
        if (message.Status is Statuses.Delivered or Statuses.Undelivered && !message.IsWhatsApp)
            fields.Put("RawDlrDoneDate", message.DateUpdated.ToString("yyMMddHHmm", CultureInfo.InvariantCulture));
        fields.Put("SmsSid", message.Sid);
        fields.Put("SmsStatus", message.Status);
        fields.Put("MessageStatus", message.Status);
        if (message.IsWhatsApp)
            fields.Put("ChannelInstallSid", "XE00000000000000000000000000000000");
        fields.Put("To", message.To);
        if (message.MessagingServiceSid is { } service)
            fields.Put("MessagingServiceSid", service);
        fields.Put("MessageSid", message.Sid);
        fields.Put("AccountSid", account);
        fields.Put("From", message.From!);
        fields.Put("ApiVersion", ApiVersion);
        if (message.IsWhatsApp && message.Status is Statuses.Read or Statuses.Delivered)
            fields.Put("EventType", message.Status.ToUpperInvariant());
        if (message.IsWhatsApp)
            fields.Put("ChannelToAddress", $"{message.To[WhatsApp.Length..^4]}XXXX");
        return fields;
    }

    public static void Put(this Fields fields, string name, string value) => fields.Add(new(name, value));

    private static Fields FromPhone(SimulatedMessage message, IReadOnlyList<string> mediaTypes, string account, string? optOutType)
    {
        var fields = Media(message, mediaTypes);
        fields.Put("ToCountry", "US");
        fields.Put("ToState", "CA");
        fields.Put("SmsMessageSid", message.Sid);
        fields.Put("NumMedia", Number(mediaTypes.Count));
        fields.Put("ToCity", "");
        fields.Put("FromZip", "94103");
        fields.Put("SmsSid", message.Sid);
        if (optOutType is not null)
            fields.Put("OptOutType", optOutType);
        fields.Put("FromState", "CA");
        fields.Put("SmsStatus", Statuses.Received);
        fields.Put("FromCity", "SAN FRANCISCO");
        fields.Put("Body", message.Body);
        fields.Put("FromCountry", "US");
        fields.Put("To", message.To);
        if (message.MessagingServiceSid is { } service)
            fields.Put("MessagingServiceSid", service);
        fields.Put("ToZip", "");
        return Ending(fields, message, mediaTypes, account);
    }

    private static Fields FromWhatsApp(SimulatedMessage message, IReadOnlyList<string> mediaTypes, string account)
    {
        var fields = Media(message, mediaTypes);
        var id = message.From![WhatsApp.Length..].TrimStart('+');
        fields.Put("SmsMessageSid", message.Sid);
        fields.Put("NumMedia", Number(mediaTypes.Count));
        fields.Put("ProfileName", $"Customer {id[^4..]}");
        fields.Put("MessageType", mediaTypes.Count == 0 ? "text" : mediaTypes[0].Split('/')[0] is var type and ("image" or "audio" or "video") ? type : "document");
        fields.Put("SmsSid", message.Sid);
        fields.Put("WaId", id);
        fields.Put("SmsStatus", Statuses.Received);
        fields.Put("Body", message.Body);
        fields.Put("To", message.To);
        return Ending(fields, message, mediaTypes, account);
    }

    private static Fields Media(SimulatedMessage message, IReadOnlyList<string> mediaTypes)
    {
        var fields = new Fields();
        for (var n = 0; n < mediaTypes.Count; n++)
        {
            fields.Put($"MediaContentType{Number(n)}", mediaTypes[n]);
            fields.Put($"MediaUrl{Number(n)}", message.MediaUrls[n]);
        }

        return fields;
    }

    private static Fields Ending(Fields fields, SimulatedMessage message, IReadOnlyList<string> mediaTypes, string account)
    {
        fields.Put("NumSegments", Number(mediaTypes.Count > 0 ? mediaTypes.Count : Segments.Of(message.Body)));
        fields.Put("MessageSid", message.Sid);
        fields.Put("AccountSid", account);
        fields.Put("From", message.From!);
        fields.Put("ApiVersion", ApiVersion);
        return fields;
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
