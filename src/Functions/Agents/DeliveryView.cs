using Interactions.Domain.Messages;

namespace Interactions.Functions.Agents;

/// <summary>How far a message of ours got.</summary>
internal sealed record DeliveryView
{
    public required DeliveryState State { get; init; }

    /// <summary>Since when.</summary>
    public required DateTimeOffset At { get; init; }

    public int? ErrorCode { get; init; }

    /// <summary>What went wrong, or is in the way, in words.</summary>
    public string? Explanation { get; init; }

    /// <summary>Why it was not sent, where Twilio was not asked.</summary>
    public NotSent? Why { get; init; }

    /// <summary>What told that Twilio has it.</summary>
    public Evidence? Evidence { get; init; }

    /// <summary>How often Twilio was asked; more than once only where it showed that it did not have it.</summary>
    public int? Attempts { get; init; }

    /// <summary>When Twilio's list showed that it did not have it after it was asked before.</summary>
    public DateTimeOffset? AbsentAt { get; init; }

    /// <summary>Nobody could find out whether it went out.</summary>
    public bool? Undecided { get; init; }

    /// <summary>Whether it can be sent once more.</summary>
    public bool? MayBeResent { get; init; }

    /// <summary>Where in the log it was.</summary>
    public long? ResentAs { get; init; }

    public static DeliveryView Of(Delivery delivery) => new()
    {
        State = delivery.State,
        At = delivery.At,
        ErrorCode = delivery.ErrorCode,
        Explanation = Explanations.Of(delivery.ErrorCode, delivery.Why) ?? (delivery.IsUndecided ? Explanations.Undecided : null),
        Why = delivery.Why,
        Evidence = delivery.Evidence,
        Attempts = delivery.Attempts > 0 ? delivery.Attempts : null,
        AbsentAt = delivery.AbsentAt,
        Undecided = delivery.IsUndecided ? true : null,
        MayBeResent = delivery.MayBeResent ? true : null,
        ResentAs = delivery.ResentAs,
    };
}
