using Interactions.Domain.Policies;
using Interactions.Domain.Values;

namespace Interactions.Functions.Security;

/// <summary>Who sent a request.</summary>
internal sealed record Caller(AgentId Id, Role Role)
{
    /// <summary>As whom they act.</summary>
    public Actor Actor => new(
        Role switch { Role.Admin => ActorKind.Admin, Role.Supervisor => ActorKind.Supervisor, _ => ActorKind.Agent }, Id);
}
