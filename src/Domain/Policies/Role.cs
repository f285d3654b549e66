namespace Interactions.Domain.Policies;

/// <summary>What somebody may do. Each may do what those before it may.</summary>
public enum Role
{
    Agent,
    Supervisor,
    Admin,
}
