using Interactions.Domain.Interactions;
using Interactions.Domain.Values;

namespace Interactions.Functions.Directory;

/// <summary>Has an order carried out on a profile.</summary>
internal delegate Task<Decision> CarryOut(ProfileId profile, Command command, CancellationToken cancellationToken);
