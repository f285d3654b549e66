using Interactions.Domain.Values;

namespace Interactions.Domain.Messages;

/// <summary>As whom the company writes: by one of its numbers, or by a Messaging Service that chooses one of its pool.</summary>
public sealed record Sender(Address? Number, string? Service = null);
