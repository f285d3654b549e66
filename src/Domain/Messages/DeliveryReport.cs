using Interactions.Domain.Values;

namespace Interactions.Domain.Messages;

/// <summary>How far a message got, as the provider says.</summary>
public sealed record DeliveryReport(MessageSid Sid, DeliveryState State, int? ErrorCode = null, int? Segments = null)
{
    public bool HasFailed => State.IsFailure();
}
