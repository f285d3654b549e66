using Interactions.Domain.Interactions;
using Interactions.Domain.Values;

namespace Interactions.Functions.Agents;

/// <summary>Whom an interaction is with.</summary>
internal sealed record CustomerView(string Profile, string? Address, string? User, string? Name, UnreachableView? Unreachable)
{
    public static CustomerView Of(ProfileId id, Profile? profile) =>
        new(id.Value, profile?.Address.Value, profile?.User?.Value, profile?.Name, UnreachableView.Of(profile?.Unreachable));
}
