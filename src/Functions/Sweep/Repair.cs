namespace Interactions.Functions.Sweep;

/// <summary>What was found and mended. The names are shown to whoever operates the product.</summary>
internal enum Repair
{
    /// <summary>A timer was due, and no wake came.</summary>
    Overdue,

    /// <summary>Somebody waited while somebody was free.</summary>
    Unrouted,

    /// <summary>A message was on its way, and no wake came.</summary>
    Unsent,

    /// <summary>An offer or an interaction took up room with an agent whose it is not.</summary>
    OrphanedRoom,

    /// <summary>What is an agent's was not on their desk.</summary>
    MissingRoom,

    /// <summary>A desk showed something otherwise than it is.</summary>
    OutdatedDesk,

    /// <summary>An agent who could take something was not shown as free.</summary>
    UnseenAgent,

    /// <summary>Somebody was shown as waiting who does not.</summary>
    StaleWaiting,

    /// <summary>Somebody waited and was not shown.</summary>
    MissingWaiting,

    /// <summary>The history showed that something was closed when it was not.</summary>
    StaleHistory,

    /// <summary>Something was listed as open that is not.</summary>
    StaleActive,

    /// <summary>Something open was not listed.</summary>
    MissingActive,

    /// <summary>Something open was listed otherwise than it is.</summary>
    OutdatedActive,
}
