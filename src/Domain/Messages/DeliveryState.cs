namespace Interactions.Domain.Messages;

/// <summary>How far an outbound message got. The order is the order of progress; the last three are ends.</summary>
public enum DeliveryState
{
    /// <summary>Accepted from the agent, not tried yet.</summary>
    Pending,

    /// <summary>The provider is being asked; whether it has the message is not known yet.</summary>
    Submitting,

    /// <summary>It was asked and nobody knows what came of it.</summary>
    Unknown,

    /// <summary>It went out as the answer to a webhook, which brings no confirmation.</summary>
    Answered,
    Accepted,
    Scheduled,
    Queued,
    Sending,
    Sent,
    Delivered,
    Read,
    Failed,
    Undelivered,
    Canceled,
}

public static class DeliveryStates
{
    /// <summary>Whether it did not arrive and will not.</summary>
    public static bool IsFailure(this DeliveryState state) => state is DeliveryState.Failed or DeliveryState.Undelivered or DeliveryState.Canceled;
}

/// <summary>What told us that the provider has a message.</summary>
public enum Evidence
{
    /// <summary>Its answer when it was asked to send.</summary>
    Answer,
    Callback,

    /// <summary>Its list of what it sent.</summary>
    List,
}
