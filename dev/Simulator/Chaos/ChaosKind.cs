namespace Interactions.Simulator;

public enum ChaosKind
{
    /// <summary>A webhook or callback comes more than once.</summary>
    Duplicate,

    /// <summary>A webhook or callback comes late.</summary>
    Delay,

    /// <summary>The callbacks of a message come in another order; a webhook comes after the next text of the same phone.</summary>
    Reorder,

    /// <summary>A callback never comes.</summary>
    Lose,

    /// <summary>The request is carried out, and the connection is cut without an answer.</summary>
    DropAnswer,

    /// <summary>The request is carried out, and answered late.</summary>
    Hang,

    /// <summary>500, and nothing was done.</summary>
    ErrorBefore,

    /// <summary>500, although it was carried out.</summary>
    ErrorAfter,

    /// <summary>429 with code 20429.</summary>
    TooManyRequests,

    /// <summary>The message is refused with the code.</summary>
    Refuse,

    /// <summary>The message is taken and then fails with the code.</summary>
    FailDelivery,

    /// <summary>401 for everything.</summary>
    Suspended,

    /// <summary>The customer opted out, and nobody told us: 21610.</summary>
    OptedOut,
}
