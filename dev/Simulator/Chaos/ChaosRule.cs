namespace Interactions.Simulator;

/// <summary>Something that shall go wrong: how often, and with what. It counts for what is requested while it is there.</summary>
public sealed record ChaosRule(ChaosKind Kind)
{
    public double Probability { get; init; } = 1;

    /// <summary>How often at most; then it is gone.</summary>
    public int? Count { get; init; }

    /// <summary>Only requests of that kind.</summary>
    public RequestKind? On { get; init; }

    /// <summary>Only what goes to that number.</summary>
    public string? To { get; init; }

    /// <summary>Only messages with that in them.</summary>
    public string? BodyContains { get; init; }

    /// <summary>Twilio's error code, for <see cref="ChaosKind.Refuse"/> and <see cref="ChaosKind.FailDelivery"/>.</summary>
    public int? Code { get; init; }

    /// <summary>For <see cref="ChaosKind.FailDelivery"/>: <c>failed</c> before it was sent, or <c>undelivered</c> after.</summary>
    public string? Status { get; init; }

    /// <summary>How late, for what comes late.</summary>
    public TimeSpan? Delay { get; init; }

    /// <summary>How often a duplicate comes in all.</summary>
    public int Times { get; init; } = 2;

    internal bool Meets(RequestKind on, string? to, string? body) =>
        Concerns(on)
        && (To is null || To == to)
        && (BodyContains is null || body?.Contains(BodyContains, StringComparison.Ordinal) == true);

    private bool Concerns(RequestKind on) => On is { } only ? on == only : Kind switch
    {
        ChaosKind.Duplicate or ChaosKind.Delay or ChaosKind.Reorder => on is RequestKind.Webhook or RequestKind.Callback,
        ChaosKind.Lose => on is RequestKind.Callback,
        ChaosKind.Suspended => on is not (RequestKind.Webhook or RequestKind.Callback),
        _ => on is RequestKind.Create,
    };
}
