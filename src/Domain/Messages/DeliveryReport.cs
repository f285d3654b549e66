using Interactions.Domain.Values;

namespace Interactions.Domain.Messages;

/// <summary>How far a message got, as the provider says.</summary>
public sealed record DeliveryReport(MessageSid Sid, DeliveryState State, int? ErrorCode = null, int? Segments = null)
{
    /// <summary>Whether it did not arrive and will not.</summary>
    public bool HasFailed => State is DeliveryState.Failed or DeliveryState.Undelivered or DeliveryState.Canceled;
}
