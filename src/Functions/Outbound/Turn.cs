namespace Interactions.Functions.Outbound;

/// <summary>What is left to do for a message.</summary>
internal readonly record struct Turn
{
    private Turn(DateTimeOffset? at, bool isOver) => (At, IsOver) = (at, isOver);

    /// <summary>Nothing.</summary>
    public static Turn Over => new(null, isOver: true);

    /// <summary>To go on from what is there now.</summary>
    public static Turn Again => default;

    /// <summary>When to look at it; null where that is now, or never.</summary>
    public DateTimeOffset? At { get; }

    public bool IsOver { get; }

    /// <summary>To look at it then.</summary>
    public static Turn Later(DateTimeOffset at) => new(at, isOver: false);
}
