using Interactions.Domain.Messages;

namespace Interactions.Functions.Messaging.Provider;

/// <summary>How Twilio calls how far a message got.</summary>
internal static class Words
{
    public static DeliveryState? StateOf(string? status) => status?.ToUpperInvariant() switch
    {
        "ACCEPTED" => DeliveryState.Accepted,
        "SCHEDULED" => DeliveryState.Scheduled,
        "QUEUED" => DeliveryState.Queued,
        "SENDING" => DeliveryState.Sending,
        "SENT" => DeliveryState.Sent,
        "DELIVERED" => DeliveryState.Delivered,
        "READ" => DeliveryState.Read,
        "FAILED" => DeliveryState.Failed,
        "UNDELIVERED" => DeliveryState.Undelivered,
        "CANCELED" => DeliveryState.Canceled,
        _ => null,
    };
}
