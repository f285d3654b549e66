namespace Interactions.Domain.Desks;

/// <summary>Whether somebody takes work: that they said so themselves, or let an offer pass.</summary>
public enum Presence
{
    Offline,
    NotReady,
    Ready,
}
