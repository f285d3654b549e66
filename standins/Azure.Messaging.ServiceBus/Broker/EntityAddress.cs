namespace Azure.Messaging.ServiceBus.Broker;

/// <summary>A queue, or the dead-letter subqueue of one, as its path names it.</summary>
internal readonly record struct EntityAddress(string Queue, bool IsDeadLetter)
{
    public const string DeadLetterSuffix = "/$DeadLetterQueue";

    public string Path => IsDeadLetter ? Queue + DeadLetterSuffix : Queue;

    public static EntityAddress Of(string path, SubQueue subQueue = SubQueue.None) => subQueue switch
    {
        SubQueue.None when path.EndsWith(DeadLetterSuffix, StringComparison.OrdinalIgnoreCase) =>
            new(path[..^DeadLetterSuffix.Length], true),
        SubQueue.None => new(path, false),
        SubQueue.DeadLetter => new(path, true),
        _ => throw new NotSupportedException(
            $"The stand-in for Service Bus has no {subQueue} subqueue; only {nameof(SubQueue.DeadLetter)}."),
    };
}
