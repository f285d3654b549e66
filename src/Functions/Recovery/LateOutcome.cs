namespace Interactions.Functions.Recovery;

/// <summary>What became of a listed message that was missing.</summary>
internal enum LateOutcome
{
    /// <summary>Its files cannot be asked for, or the run is over: the next check looks at it again.</summary>
    Waits,

    /// <summary>It is in its conversation, and was not before.</summary>
    TakenIn,

    /// <summary>Somebody was first, it is kept for an operator, or it is nothing that a webhook could have brought.</summary>
    Settled,
}
