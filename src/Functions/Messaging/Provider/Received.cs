namespace Interactions.Functions.Messaging.Provider;

/// <summary>What the provider's list tells of a stretch of time.</summary>
internal abstract record Received
{
    private Received()
    {
    }

    /// <summary>All that came in it, oldest first.</summary>
    public sealed record All(IReadOnlyList<ReceivedMessage> Messages) : Received;

    /// <summary>More pages than were wanted.</summary>
    public sealed record TooMany : Received;

    /// <summary>It cannot be asked.</summary>
    public sealed record Unavailable : Received;
}
