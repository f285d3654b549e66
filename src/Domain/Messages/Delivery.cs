using Interactions.Domain.Values;

namespace Interactions.Domain.Messages;

/// <summary>How far an outbound message got. The order is the order of progress; the last three are ends.</summary>
public enum DeliveryState
{
    /// <summary>Accepted from the agent, not tried yet.</summary>
    Pending,

    /// <summary>The provider is being asked; whether it has the message is not known yet.</summary>
    Submitting,

    /// <summary>It was asked and nobody knows what came of it.</summary>
    Unknown,

    /// <summary>It went out as the answer to a webhook, which brings no confirmation.</summary>
    Answered,
    Accepted,
    Scheduled,
    Queued,
    Sending,
    Sent,
    Delivered,
    Read,
    Failed,
    Undelivered,
    Canceled,
}

/// <summary>Where an outbound message stands, and by which provider message.</summary>
public sealed record Delivery(DeliveryState State, DateTimeOffset At, MessageSid? Sid = null, int? ErrorCode = null)
{
    private bool IsEnd => State is DeliveryState.Failed or DeliveryState.Undelivered or DeliveryState.Canceled;

    /// <summary>
    /// What the provider reported, merged into what is known: forward only, because reports come in any order and more than
    /// once. Null where it tells nothing new, or speaks of another provider message.
    /// </summary>
    public Delivery? Merge(DeliveryReport report, DateTimeOffset now)
    {
        if (Sid is { } known && known != report.Sid)
            return null;

        if (!IsEnd && Rank(report.State) > Rank(State))
            return new Delivery(report.State, now, report.Sid, report.ErrorCode);
        return Sid is null ? this with { Sid = report.Sid } : null;
    }

    // Failed and canceled are ends that beat what led up to them, but nothing takes back that a message arrived.
    private static int Rank(DeliveryState state) => state switch
    {
        DeliveryState.Failed or DeliveryState.Undelivered or DeliveryState.Canceled => (int)DeliveryState.Sent + 1,
        DeliveryState.Delivered => (int)DeliveryState.Sent + 2,
        DeliveryState.Read => (int)DeliveryState.Sent + 3,
        _ => (int)state,
    };
}

/// <summary>What a status callback says.</summary>
public sealed record DeliveryReport(MessageSid Sid, DeliveryState State, int? ErrorCode = null);
