using System.Globalization;
using System.Text.Json.Nodes;
using System.Web;
using Interactions.Domain.Values;
using Interactions.Simulation.Apps;
using Interactions.Simulation.Chance;
using Interactions.Simulation.Telling;
using Interactions.Simulation.Time;
using Twilio.Exceptions;

namespace Interactions.Simulation.Cloud;

/// <summary>
/// The carrier: takes what customers write and tells the product, takes what the product writes and tells what became of it, and lists both.
/// What it has is the truth that the product is held against.
/// </summary>
internal sealed class Carrier(Schedule schedule, Climate climate, Dice dice, Chronicle chronicle, Webhooks webhooks)
{
    private const int LargestPage = 1000;

    private readonly List<Came> _came = [];
    private readonly List<Sent> _sent = [];

    /// <summary>What customers wrote, in its order.</summary>
    public IReadOnlyList<Came> CameIn => _came;

    /// <summary>What was to be sent to them, in its order.</summary>
    public IReadOnlyList<Sent> SentOut => _sent;

    /// <summary>Told of each message that goes out.</summary>
    public event Action<Sent>? GoesOut;

    public Came Receive(string from, string to, string text)
    {
        var message = new Came(NewSid(), from, to, text, schedule.Now);
        _came.Add(message);
        chronicle.Tell($"{from} writes {text} to {to} ({message.Sid})");
        webhooks.Bring(message, reply => Send(message, reply));
        return message;
    }

    public string Create(IReadOnlyDictionary<string, string> fields)
    {
        if (dice.Chance(climate.Of(Ill.CarrierRefuses, 0.02)))
        {
            chronicle.Suffered(Ill.CarrierRefuses, "create");
            throw dice.Pick(Refusals)();
        }

        var message = Send(fields["From"], fields["To"], fields.GetValueOrDefault("Body", ""), fields["StatusCallback"], isReply: false);
        return Json(message).ToJsonString();
    }

    public string Delete(Uri address)
    {
        var sid = Path.GetFileNameWithoutExtension(address.AbsolutePath);
        if (_sent.RemoveAll(message => message.Sid == sid) + _came.RemoveAll(message => message.Sid == sid) == 0)
            throw new ApiException(20404, 404, "Not found", "");
        return "";
    }

    public string List(Uri address, IReadOnlyDictionary<string, string> fields)
    {
        if (address.Query.Length > 0)
            fields = HttpUtility.ParseQueryString(address.Query) is { } query ? query.AllKeys.ToDictionary(name => name!, name => query[name]!) : fields;
        var to = fields.GetValueOrDefault("To");
        var (since, until) = (Moment(fields, "DateSent>"), Moment(fields, "DateSent<"));
        var all = _sent.Where(message => message.IsListedAt(schedule.Now)).Select(message => (message.At, message.To, Json: (Func<JsonObject>)(() => Json(message))))
            .Concat(_came.Where(message => message.IsListedAt(schedule.Now)).Select(message => (message.At, message.To, Json: (Func<JsonObject>)(() => Json(message)))))
            .Where(message => (to is null || message.To == to) && (since is null || Seconds(message.At) >= since) && (until is null || Seconds(message.At) <= until))
            .OrderByDescending(message => message.At)
            .ToList();
        var size = Math.Min(LargestPage, int.Parse(fields.GetValueOrDefault("PageSize", "50"), CultureInfo.InvariantCulture));
        var page = int.Parse(fields.GetValueOrDefault("Page", "0"), CultureInfo.InvariantCulture);
        var next = HttpUtility.ParseQueryString("");
        foreach (var (name, value) in fields.Where(field => field.Key != "Page"))
            next[name] = value;
        next["Page"] = (page + 1).ToString(CultureInfo.InvariantCulture);
        return new JsonObject
        {
            ["messages"] = new JsonArray([.. all.Skip(page * size).Take(size).Select(message => message.Json())]),
            ["page_size"] = size,
            ["next_page_uri"] = all.Count > (page + 1) * size ? $"{address.AbsolutePath}?{next}" : null,
        }.ToJsonString();
    }

    // Some of what a webhook is answered with is sent too.
    private void Send(Came to, Webhooks.Reply reply) => Send(to.To, to.From, reply.Text, reply.StatusCallback, isReply: true);

    private Sent Send(string from, string to, string text, string callback, bool isReply)
    {
        var message = new Sent(NewSid(), from, to, text, schedule.Now, isReply, callback)
        {
            // A list may come to know of it later.
            ListedFrom = schedule.Now + (dice.Chance(climate.Of(Ill.Slow, 0.4)) ? dice.Between(TimeSpan.Zero, TimeSpan.FromSeconds(90)) : TimeSpan.Zero),
        };
        _sent.Add(message);
        chronicle.Tell($"{to} is sent {text} ({message.Sid})");
        GoesOut?.Invoke(message);
        var at = TimeSpan.Zero;
        foreach (var (state, error) in Fate())
        {
            at += dice.Between(TimeSpan.FromMilliseconds(50), TimeSpan.FromSeconds(4));
            schedule.World.After(at, () => Move(message, state, error, callback));
        }

        return message;
    }

    private void Move(Sent message, string state, int? error, string callback)
    {
        (message.State, message.Error) = (state, error);
        message.States.Add(state);
        webhooks.Report(message, state, error, callback);
    }

    private IEnumerable<(string State, int? Error)> Fate()
    {
        yield return ("sent", null);
        if (!dice.Chance(climate.Of(Ill.CarrierRefuses, 0.03)))
        {
            yield return ("delivered", null);
            yield break;
        }

        chronicle.Suffered(Ill.CarrierRefuses, "delivery");
        yield return ("undelivered", dice.Pick([30003, 30005, 30008]));
    }

    private static readonly Func<ApiException>[] Refusals =
    [
        () => new(20429, 429, "Too Many Requests", ""),
        () => new(20500, 500, "Internal Server Error", ""),
        () => new(30001, 400, "Queue overflow", ""),
        () => new(21610, 400, "Attempt to send to unsubscribed recipient", ""),
    ];

    private string NewSid() => string.Create(CultureInfo.InvariantCulture, $"SM{dice.Next():x16}{_came.Count + _sent.Count:x16}");

    private static JsonObject Json(Sent message) => new()
    {
        ["sid"] = message.Sid,
        ["account_sid"] = Blueprint.Account,
        ["from"] = message.From,
        ["to"] = message.To,
        ["body"] = message.Text,
        ["direction"] = message.IsReply ? "outbound-reply" : "outbound-api",
        ["status"] = message.State,
        ["error_code"] = message.Error,
        ["num_media"] = "0",
        ["num_segments"] = "1",
        ["date_created"] = Date(message.At),
        ["date_sent"] = Date(message.At),
    };

    private static JsonObject Json(Came message) => new()
    {
        ["sid"] = message.Sid,
        ["account_sid"] = Blueprint.Account,
        ["from"] = message.From,
        ["to"] = message.To,
        ["body"] = message.Text,
        ["direction"] = "inbound",
        ["status"] = "received",
        ["num_media"] = "0",
        ["num_segments"] = "1",
        ["date_created"] = Date(message.At),
        ["date_sent"] = Date(message.At),
    };

    private static string Date(DateTimeOffset at) => at.ToString("ddd, dd MMM yyyy HH:mm:ss '+0000'", CultureInfo.InvariantCulture);

    private static DateTimeOffset Seconds(DateTimeOffset at) => new(at.Ticks - (at.Ticks % TimeSpan.TicksPerSecond), at.Offset);

    private static DateTimeOffset? Moment(IReadOnlyDictionary<string, string> fields, string name) =>
        fields.TryGetValue(name, out var text) ? DateTimeOffset.Parse(text, CultureInfo.InvariantCulture) : null;
}

/// <summary>What a customer wrote.</summary>
internal sealed record Came(string Sid, string From, string To, string Text, DateTimeOffset At)
{
    /// <summary>When the product said that it has it; null while it has not.</summary>
    public DateTimeOffset? AcknowledgedAt { get; set; }

    public bool IsListedAt(DateTimeOffset now) => now - At > TimeSpan.FromSeconds(1);
}

/// <summary>What was sent to a customer.</summary>
internal sealed record Sent(string Sid, string From, string To, string Text, DateTimeOffset At, bool IsReply, string Callback)
{
    /// <summary>Which message of whose log it is, as the address says that its fate is told to.</summary>
    public (ProfileId Profile, long Sequence) Place { get; } = PlaceIn(Callback);

    public string State { get; set; } = "queued";

    public int? Error { get; set; }

    public List<string> States { get; } = ["queued"];

    public DateTimeOffset ListedFrom { get; init; }

    public bool IsListedAt(DateTimeOffset now) => now >= ListedFrom;

    private static (ProfileId Profile, long Sequence) PlaceIn(string callback)
    {
        var query = HttpUtility.ParseQueryString(new Uri(callback).Query);
        return (ProfileId.Parse(query["profile"]!), long.Parse(query["sequence"]!, CultureInfo.InvariantCulture));
    }
}
