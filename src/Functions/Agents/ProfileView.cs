using Interactions.Domain.Interactions;

namespace Interactions.Functions.Agents;

/// <summary>A customer's address as agents see it: whose it is, whether we may write, what is open.</summary>
internal sealed record ProfileView(
    string Id,
    string? Address,
    string? Name,
    string? User,
    bool LinkedByHand,
    DateTimeOffset? CreatedAt,
    IReadOnlyDictionary<string, ConsentView> Consent,
    IReadOnlyList<InteractionView> Interactions)
{
    public static ProfileView Of(Conversation conversation, DateTimeOffset now) => new(
        conversation.Id.Value,
        conversation.Profile?.Address.Value,
        conversation.Profile?.Name,
        conversation.Profile?.User?.Value,
        conversation.Profile is { LinkedByHand: true },
        conversation.Profile?.CreatedAt,
        conversation.Consents.ToDictionary(consent => consent.Key, consent => ConsentView.Of(consent.Value)),
        [.. conversation.Active.Select(interaction => InteractionView.Of(interaction, conversation.Profile, now))]);
}
