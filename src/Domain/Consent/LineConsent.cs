using Interactions.Domain.Values;

namespace Interactions.Domain.Consent;

public enum ConsentState
{
    OptedIn,
    OptedOut,
}

public enum ConsentSource
{
    /// <summary>The provider recognised the word itself (OptOutType).</summary>
    Provider,

    /// <summary>The whole body was one of the words.</summary>
    Keyword,

    /// <summary>The provider refused a send because the customer had opted out with it.</summary>
    ProviderRefusal,
}

/// <summary>Whether a line may write to a profile, since when, and how we know.</summary>
public sealed record LineConsent(ConsentState State, DateTimeOffset Since, ConsentSource Source, MessageSid? Message, string? Word);
