namespace Interactions.Domain.Messages;

/// <summary>What a last look before sending finds.</summary>
public abstract record Verdict
{
    private Verdict()
    {
    }

    public sealed record Go : Verdict;

    /// <summary>Not yet.</summary>
    public sealed record Wait(DateTimeOffset Until) : Verdict;

    public sealed record Never(NotSent Why) : Verdict;
}

/// <summary>Why a message was taken back before anybody was asked to send it.</summary>
public enum NotSent
{
    /// <summary>The customer said STOP after it was accepted.</summary>
    OptedOut,

    /// <summary>A text of the product's own to which something happened that makes it wrong.</summary>
    Overtaken,

    /// <summary>The channel takes only approved templates, because the customer has not written for too long.</summary>
    WindowClosed,

    /// <summary>It could not be sent for so long that it would only confuse.</summary>
    TooLate,

    /// <summary>The line has no number by which it could be sent.</summary>
    NoSender,

    /// <summary>It was erased with everything else about the customer.</summary>
    Erased,
}
