using Interactions.Domain.Values;

namespace Interactions.Domain.Messages;

/// <summary>Where an outbound message stands, and by which provider message.</summary>
/// <param name="At">Since when it stands there.</param>
public sealed record Delivery(DeliveryState State, DateTimeOffset At, MessageSid? Sid = null, int? ErrorCode = null)
{
    private const int MostAbsences = 6;

    /// <summary>How often the provider was asked to send it. More than once only where it is known that nothing came of it before.</summary>
    public int Attempts { get; init; }

    /// <summary>When the provider was asked last.</summary>
    public DateTimeOffset? AskedAt { get; init; }

    /// <summary>Nobody looks at it before; null where nobody needs to wait.</summary>
    public DateTimeOffset? NotBefore { get; init; }

    /// <summary>What told us that the provider has it.</summary>
    public Evidence? Evidence { get; init; }

    /// <summary>When the provider's list showed that nothing had come of the attempt before.</summary>
    public DateTimeOffset? AbsentAt { get; init; }

    /// <summary>How often that was so.</summary>
    public int Absences { get; init; }

    /// <summary>Whether the provider's list is believed once more where the message is not in it: if that is wrong, it is not for ever.</summary>
    public bool MayBeProvenAbsent => Absences < MostAbsences;

    /// <summary>Nobody will find out any more, unless a callback still comes.</summary>
    public bool IsUndecided { get; init; }

    /// <summary>How many segments the provider made of it.</summary>
    public int? Segments { get; init; }

    /// <summary>Why it was taken back before the provider was asked.</summary>
    public NotSent? Why { get; init; }

    /// <summary>Where in the log it was sent once more.</summary>
    public long? ResentAs { get; init; }

    /// <summary>Whether something is still to be done before the next message of the customer may go out.</summary>
    public bool IsUnderWay => State is DeliveryState.Pending or DeliveryState.Submitting || (State == DeliveryState.Unknown && !IsUndecided);

    /// <summary>Whether it did not reach the customer, or nobody knows whether it did, and an agent may have it sent once more.</summary>
    public bool MayBeResent => ResentAs is null && (HasFailed || (State == DeliveryState.Unknown && IsUndecided));

    /// <summary>Whether it did not arrive and will not.</summary>
    public bool HasFailed => State.IsFailure();

    /// <summary>From here on the provider may have it.</summary>
    public Delivery Ask(DateTimeOffset now) => this with
    {
        State = DeliveryState.Submitting,
        At = now,
        AskedAt = now,
        Attempts = Attempts + 1,
        NotBefore = null,
        ErrorCode = null,
    };

    /// <summary>The provider said that it does not have it, and may take it later.</summary>
    public Delivery PutOff(DateTimeOffset until, int? errorCode, DateTimeOffset now) =>
        this with { State = DeliveryState.Pending, At = now, NotBefore = until, ErrorCode = errorCode };

    public Delivery Lose(DateTimeOffset nextLook, DateTimeOffset now) =>
        this with { State = DeliveryState.Unknown, At = State == DeliveryState.Unknown ? At : now, NotBefore = nextLook };

    /// <summary>The provider's list shows that it never had it.</summary>
    public Delivery IsAbsent(DateTimeOffset now) =>
        this with { State = DeliveryState.Pending, At = now, AbsentAt = now, Absences = Absences + 1, NotBefore = null };

    public Delivery GiveUp(DateTimeOffset now) => Lose(now, now) with { IsUndecided = true, NotBefore = null };

    public Delivery TakeBack(NotSent why, DateTimeOffset now) => this with { State = DeliveryState.Canceled, At = now, Why = why, ErrorCode = null, NotBefore = null };

    /// <summary>The provider refused it for good.</summary>
    public Delivery Refuse(int errorCode, DateTimeOffset now) =>
        this with { State = DeliveryState.Failed, At = now, ErrorCode = errorCode, NotBefore = null };

    /// <summary>
    /// What the provider reported, merged into what is known: forward only, because reports come in any order and more than
    /// once. Null where it tells nothing new, or speaks of another provider message.
    /// </summary>
    public Delivery? Merge(DeliveryReport report, DateTimeOffset now, Evidence by = Messages.Evidence.Callback)
    {
        if (Sid is { } known && known != report.Sid)
            return null;

        var merged = this with { Sid = report.Sid, Evidence = Evidence ?? by, Segments = Segments ?? report.Segments };
        if (Rank(report.State) > Rank(State))
            merged = merged with { State = report.State, At = now, ErrorCode = report.ErrorCode, NotBefore = null, IsUndecided = false };
        else if (report.State == State && HasFailed)
            merged = merged with { ErrorCode = ErrorCode ?? report.ErrorCode };
        return merged == this ? null : merged;
    }

    // That it failed beats what led up to it, but nothing takes back that a message arrived. No two states are equal, so that it does not
    // matter which was told first.
    private static int Rank(DeliveryState state) => state switch
    {
        DeliveryState.Canceled => (int)DeliveryState.Sent + 1,
        DeliveryState.Failed => (int)DeliveryState.Sent + 2,
        DeliveryState.Undelivered => (int)DeliveryState.Sent + 3,
        DeliveryState.Delivered => (int)DeliveryState.Sent + 4,
        DeliveryState.Read => (int)DeliveryState.Sent + 5,
        _ => (int)state,
    };
}
