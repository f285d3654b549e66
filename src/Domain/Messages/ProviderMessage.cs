using Interactions.Domain.Values;

namespace Interactions.Domain.Messages;

/// <summary>A message in the provider's list of what it sent.</summary>
/// <param name="State">Null where it is in one that means nothing to us.</param>
public sealed record ProviderMessage(
    MessageSid Sid, string Text, int Media, DateTimeOffset CreatedAt, DeliveryState? State, int? ErrorCode = null, int? Segments = null);
