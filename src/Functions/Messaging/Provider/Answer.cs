using Interactions.Domain.Messages;

namespace Interactions.Functions.Messaging.Provider;

/// <summary>What came of asking the provider to send a message.</summary>
internal abstract record Answer
{
    private Answer()
    {
    }

    public sealed record Accepted(DeliveryReport Report) : Answer;

    /// <summary>It does not have the message, and says why.</summary>
    public sealed record Refused(ProviderError Error) : Answer;

    /// <summary>It was not reached, and so does not have the message.</summary>
    public sealed record NotReached : Answer;

    /// <summary>It may have the message or not.</summary>
    public sealed record Unclear : Answer;
}
