namespace Interactions.Functions.Messaging;

/// <summary>How many messages a queue holds; a dead-lettered one waits for an operator to look at it and replay it.</summary>
internal sealed record MessageCounts(string Name, long Active, long Scheduled, long DeadLettered);
