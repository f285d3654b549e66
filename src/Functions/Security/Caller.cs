using Interactions.Domain.Values;

namespace Interactions.Functions.Security;

internal enum Role
{
    Agent,
    Supervisor,
    Admin,
}

/// <summary>Who sent a request.</summary>
internal sealed record Caller(AgentId Id, Role Role);
