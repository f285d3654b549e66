namespace Interactions.Domain.Messages;

/// <summary>What follows from an error of the provider.</summary>
public enum Consequence
{
    /// <summary>This message did not reach them; another may.</summary>
    Failed,

    /// <summary>It was refused only for now, and is sent later by itself.</summary>
    Throttled,

    /// <summary>Nothing sent to this address will ever arrive.</summary>
    CannotReceive,

    /// <summary>The customer told the provider to stop.</summary>
    OptedOut,

    /// <summary>Nothing can be sent by this line, whoever it is for, until somebody puts it right.</summary>
    LineStopped,
}

/// <summary>An error as the provider numbers it.</summary>
/// <param name="Words">What happened, for somebody who has never seen a number.</param>
public sealed record ProviderError(int Code, Consequence Consequence, string Words);
