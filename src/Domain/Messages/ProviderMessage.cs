using Interactions.Domain.Values;

namespace Interactions.Domain.Messages;

/// <summary>A message in the provider's list of what it sent.</summary>
/// <param name="IsBySameSender">Whether it went out as whom ours was to go out.</param>
/// <param name="State">Null where it is in one that means nothing to us.</param>
public sealed record ProviderMessage(
    MessageSid Sid, string Text, int Media, DateTimeOffset CreatedAt, bool IsBySameSender, DeliveryState? State, int? ErrorCode = null, int? Segments = null);
