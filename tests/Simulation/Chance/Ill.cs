namespace Interactions.Simulation.Chance;

/// <summary>What can go wrong. Each can be left out of a run by its name.</summary>
internal enum Ill
{
    /// <summary>A call fails and nothing comes of it.</summary>
    FailsBefore,

    /// <summary>A call does what it shall, and fails.</summary>
    FailsAfter,

    /// <summary>A call is repeated beneath whoever made it, after it was done.</summary>
    Repeated,

    /// <summary>A call takes seconds.</summary>
    Slow,

    /// <summary>A call is turned away.</summary>
    Throttled,

    /// <summary>An instance dies in the middle of a call.</summary>
    Crash,

    /// <summary>An instance is replaced by another.</summary>
    Deploy,

    /// <summary>Clocks differ.</summary>
    Skew,

    /// <summary>Storage, bus or carrier are away for a while.</summary>
    Outage,

    /// <summary>A message of the bus comes twice.</summary>
    BusDuplicate,

    /// <summary>A message of the bus comes late, after others.</summary>
    BusDelay,

    /// <summary>The bus gives a message to somebody else while it is being handled.</summary>
    LockLost,

    /// <summary>A message of the bus never comes.</summary>
    WakeLost,

    /// <summary>A webhook comes twice.</summary>
    HookDuplicate,

    /// <summary>A webhook comes late, after others.</summary>
    HookDelay,

    /// <summary>A webhook never comes.</summary>
    HookLost,

    /// <summary>The carrier does not send what it took, or says that it cannot.</summary>
    CarrierRefuses,

    /// <summary>A sweep does not run, or runs beside another.</summary>
    SweepIrregular,
}
