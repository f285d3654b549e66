using Interactions.Domain.Interactions;
using Interactions.Functions.Security;

namespace Interactions.Functions.Agents;

/// <summary>A customer's address as agents see it: whose it is, whether we may write, what is open.</summary>
/// <param name="ErasedAt">What was known until then is erased; null where nothing is.</param>
internal sealed record ProfileView(
    string Id,
    string? Address,
    string? Name,
    string? User,
    bool LinkedByHand,
    DateTimeOffset? CreatedAt,
    DateTimeOffset? ErasedAt,
    UnreachableView? Unreachable,
    IReadOnlyDictionary<string, ConsentView> Consent,
    IReadOnlyList<InteractionView> Interactions)
{
    /// <param name="sight">Of what is open, only that is shown.</param>
    public static ProfileView Of(Conversation conversation, Sight sight, DateTimeOffset now) => new(
        conversation.Id.Value,
        conversation.Profile?.Address.Value,
        conversation.Profile?.Name,
        conversation.Profile?.User?.Value,
        conversation.Profile is { LinkedByHand: true },
        conversation.Profile?.CreatedAt,
        conversation.Erased?.At,
        UnreachableView.Of(conversation.Profile?.Unreachable),
        conversation.Consents.ToDictionary(consent => consent.Key, consent => ConsentView.Of(consent.Value)),
        [
            .. conversation.Active
                .Where(interaction => sight.Shows(interaction, conversation))
                .Select(interaction => InteractionView.Of(interaction, conversation.Profile, now)),
        ]);
}
