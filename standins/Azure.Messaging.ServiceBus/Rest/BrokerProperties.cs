using System.Globalization;
using System.Text.Json.Serialization;

namespace Azure.Messaging.ServiceBus.Rest;

/// <summary>
/// The broker's properties of a message on the wire. The service ignores a name it does not know without a word, so
/// these names, which are written as they stand, exist here only.
/// </summary>
internal sealed record BrokerProperties
{
    public string? MessageId { get; init; }
    public string? SessionId { get; init; }
    public string? PartitionKey { get; init; }
    public string? ViaPartitionKey { get; init; }
    public string? Label { get; init; }
    public string? CorrelationId { get; init; }
    public string? To { get; init; }
    public string? ReplyTo { get; init; }
    public string? ReplyToSessionId { get; init; }

    /// <summary>In seconds: the form in a header.</summary>
    public double? TimeToLive { get; init; }

    /// <summary>As days and a time: the form in a batch.</summary>
    public string? TimeToLiveTimeSpan { get; init; }

    public string? ScheduledEnqueueTimeUtc { get; init; }

    public static BrokerProperties InHeader(MessageContents message) => Of(message) with
    {
        TimeToLive = message.TimeToLive == TimeSpan.MaxValue ? null : message.TimeToLive.TotalSeconds,
    };

    public static BrokerProperties InBatch(MessageContents message) => Of(message) with
    {
        TimeToLiveTimeSpan = message.TimeToLive == TimeSpan.MaxValue
            ? null
            : message.TimeToLive.ToString(@"d\.hh\:mm\:ss", CultureInfo.InvariantCulture),
    };

    private static BrokerProperties Of(MessageContents message) => new()
    {
        MessageId = message.MessageId,
        SessionId = message.SessionId,
        PartitionKey = message.PartitionKey,
        ViaPartitionKey = message.TransactionPartitionKey,
        Label = message.Subject,
        CorrelationId = message.CorrelationId,
        To = message.To,
        ReplyTo = message.ReplyTo,
        ReplyToSessionId = message.ReplyToSessionId,
        ScheduledEnqueueTimeUtc = message.ScheduledEnqueueTime == default ? null : HttpDate(message.ScheduledEnqueueTime),
    };

    /// <summary>A date in HTTP has whole seconds. Rounded up, a message is never early.</summary>
    private static string HttpDate(DateTimeOffset moment)
    {
        var pastTheSecond = moment.UtcTicks % TimeSpan.TicksPerSecond;
        var whole = pastTheSecond == 0 ? moment : moment.AddTicks(TimeSpan.TicksPerSecond - pastTheSecond);
        return whole.ToString("r", CultureInfo.InvariantCulture);
    }
}
