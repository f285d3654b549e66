using System.Globalization;
using Interactions.Domain.Messages;
using Interactions.Domain.Values;
using Interactions.Functions.Messaging.Provider;

namespace Interactions.Functions.Webhooks;

/// <summary>Reads a status callback.</summary>
internal static class DeliveryReports
{
    /// <summary>The report is null where Twilio tells a state that means nothing to us.</summary>
    public static Parsed<DeliveryReport?> Parse(Form form)
    {
        if (!MessageSid.TryParse(form["MessageSid"], CultureInfo.InvariantCulture, out var sid))
            return new Parsed<DeliveryReport?>.Unusable("MessageSid");

        var state = Words.StateOf(form["MessageStatus"] is { Length: > 0 } status ? status : form["SmsStatus"]);
        return new Parsed<DeliveryReport?>.Understood(state is { } known ? new DeliveryReport(sid, known, ErrorCode(form)) : null);
    }

    private static int? ErrorCode(Form form) =>
        int.TryParse(form["ErrorCode"], NumberStyles.None, CultureInfo.InvariantCulture, out var code) && code > 0 ? code : null;
}
