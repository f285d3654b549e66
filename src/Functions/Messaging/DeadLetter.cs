namespace Interactions.Functions.Messaging;

/// <summary>A wake that came to nothing: enough to see what is wrong, and nothing that tells of whom it was.</summary>
/// <param name="Subject">What it was for: `route`, `serve`, `send` or `timeout`; missing where it is none of ours.</param>
/// <param name="Reason">Why the bus put it there; `other` where somebody else did.</param>
/// <param name="Description">The same in the words of the bus.</param>
/// <param name="EnqueuedAt">When it came onto the bus.</param>
/// <param name="Deliveries">How often it was handed out.</param>
internal sealed record DeadLetter(string? Subject, string Reason, string? Description, DateTimeOffset EnqueuedAt, int Deliveries);
