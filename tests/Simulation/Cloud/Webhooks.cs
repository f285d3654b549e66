using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Xml.Linq;
using Interactions.Simulation.Apps;
using Interactions.Simulation.Chance;
using Interactions.Simulation.Telling;
using Interactions.Simulation.Time;

namespace Interactions.Simulation.Cloud;

/// <summary>How the carrier calls the product: signed, with fifteen seconds of patience, a second address, and all that goes wrong on the way.</summary>
internal sealed class Webhooks(Schedule schedule, Front front, Climate climate, Dice dice, Chronicle chronicle)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);

    /// <summary>A text that the product wants sent as its answer.</summary>
    internal readonly record struct Reply(string Text, string StatusCallback);

    /// <summary>Told of each message that the product said it has.</summary>
    public event Action<Came>? Acknowledged;

    public void Bring(Came message, Action<Reply> answer)
    {
        if (dice.Chance(climate.Of(Ill.HookLost, 0.02)))
        {
            chronicle.Suffered(Ill.HookLost, message.Sid);
            return;
        }

        After(Travel(message.Sid), () => BringAsync(message, answer));
        if (!dice.Chance(climate.Of(Ill.HookDuplicate, 0.03)))
            return;
        chronicle.Suffered(Ill.HookDuplicate, message.Sid);
        After(Travel(message.Sid) + dice.About(TimeSpan.FromMilliseconds(200)), () => BringAsync(message, answer));
    }

    public void Report(Sent message, string state, int? error, string callback)
    {
        if (dice.Chance(climate.Of(Ill.HookLost, 0.02)))
        {
            chronicle.Suffered(Ill.HookLost, $"{state} {message.Sid}");
            return;
        }

        After(Travel(message.Sid), () => ReportAsync(message, state, error, callback));
        if (!dice.Chance(climate.Of(Ill.HookDuplicate, 0.03)))
            return;
        chronicle.Suffered(Ill.HookDuplicate, $"{state} {message.Sid}");
        After(Travel(message.Sid), () => ReportAsync(message, state, error, callback));
    }

    private void After(TimeSpan delay, Func<Task> act) => schedule.World.Begin(delay, act);

    private async Task BringAsync(Came message, Action<Reply> answer)
    {
        // An answer that does not come in time, or says that something is wrong, has the other address asked.
        if (!await TryAsync("TwilioInbound", "/api/twilio/inbound") && !await TryAsync("TwilioFallback", "/api/twilio/fallback"))
            chronicle.Tell($"nobody takes {message.Sid}");

        async Task<bool> TryAsync(string function, string target)
        {
            if (await front.AskAsync(Call(function, target, FieldsOf(message)), Patience) is not { IsGood: true } reply)
                return false;
            if (message.AcknowledgedAt is not null)
                return true;
            message.AcknowledgedAt = schedule.Now;
            Acknowledged?.Invoke(message);
            foreach (var text in RepliesIn(reply))
                answer(text);
            return true;
        }
    }

    private Task<HttpReply?> ReportAsync(Sent message, string state, int? error, string callback)
    {
        var target = callback[Blueprint.PublicBaseUrl.Length..];
        List<KeyValuePair<string, string>> fields =
        [
            new("AccountSid", Blueprint.Account),
            new("From", message.From),
            new("MessageSid", message.Sid),
            new("MessageStatus", state),
            new("SmsSid", message.Sid),
            new("SmsStatus", state),
            new("To", message.To),
        ];
        if (error is { } code)
            fields.Add(new("ErrorCode", code.ToString(CultureInfo.InvariantCulture)));
        return front.AskAsync(Call("TwilioStatus", target, fields), Patience);
    }

    private TimeSpan Travel(string sid)
    {
        if (!dice.Chance(climate.Of(Ill.HookDelay, 0.03)))
            return TimeSpan.FromMilliseconds(dice.Between(5, 60));
        chronicle.Suffered(Ill.HookDelay, sid);
        return dice.Between(TimeSpan.Zero, TimeSpan.FromSeconds(20));
    }

    private static HttpCall Call(string function, string target, IReadOnlyList<KeyValuePair<string, string>> fields) => new(function, "POST", target)
    {
        ContentType = "application/x-www-form-urlencoded; charset=UTF-8",
        Body = Encoding.UTF8.GetBytes(string.Join('&', fields.Select(field => $"{field.Key}={WebUtility.UrlEncode(field.Value)}"))),
        Headers = [("X-Twilio-Signature", Signature(Blueprint.PublicBaseUrl + target, fields))],
    };

    private static string Signature(string url, IEnumerable<KeyValuePair<string, string>> fields)
    {
        var text = url + string.Concat(fields.OrderBy(field => field.Key, StringComparer.Ordinal).Select(field => field.Key + field.Value));
#pragma warning disable CA5350 // Twilio signs with it.
        return Convert.ToBase64String(HMACSHA1.HashData(Encoding.UTF8.GetBytes(Blueprint.AuthToken), Encoding.UTF8.GetBytes(text)));
#pragma warning restore CA5350
    }

    private static List<KeyValuePair<string, string>> FieldsOf(Came message) =>
    [
        new("AccountSid", Blueprint.Account),
        new("ApiVersion", "2010-04-01"),
        new("Body", message.Text),
        new("From", message.From),
        new("MessageSid", message.Sid),
        new("NumMedia", "0"),
        new("NumSegments", "1"),
        new("SmsMessageSid", message.Sid),
        new("SmsSid", message.Sid),
        new("SmsStatus", "received"),
        new("To", message.To),
    ];

    private static IEnumerable<Reply> RepliesIn(HttpReply reply) => XDocument.Parse(Encoding.UTF8.GetString(reply.Body)).Root!
        .Elements("Message").Select(text => new Reply(text.Value, text.Attribute("statusCallback")!.Value));
}
