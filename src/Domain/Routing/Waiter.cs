using System.Collections.Immutable;
using Interactions.Domain.Interactions;
using Interactions.Domain.Values;

namespace Interactions.Domain.Routing;

/// <summary>Somebody who waits, as the index of a queue tells.</summary>
public sealed record Waiter(WaitingPlace Place, ImmutableArray<string> Skills, ImmutableHashSet<AgentId> Excluded, AgentId? Preferred)
{
    public InteractionId Id => Place.Id;

    public InteractionType Type => Place.Type;

    public static Waiter Of(WaitingPlace place, Interaction interaction) => new(
        place, interaction.Skills, interaction.Place?.Excluded ?? [], interaction.Place?.Preferred);
}
