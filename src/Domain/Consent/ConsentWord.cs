namespace Interactions.Domain.Consent;

/// <summary>What a message says about whether we may write.</summary>
public enum ConsentWord
{
    Stop,
    Start,
    Help,
}
