using Interactions.Domain.Consent;

namespace Interactions.Functions.Agents;

/// <summary>Whether a line may write, since when, and how we know.</summary>
internal sealed record ConsentView(ConsentState State, DateTimeOffset Since, ConsentSource Source, string? Message, string? Word)
{
    public static ConsentView Of(LineConsent consent) =>
        new(consent.State, consent.Since, consent.Source, consent.Message?.Value, consent.Word);
}
