namespace Interactions.Domain.Values;

public enum ActorKind
{
    Customer,
    Agent,
    Supervisor,
    Admin,
    Timer,
    System,
}

/// <summary>Who gave an order or caused a fact.</summary>
public sealed record Actor(ActorKind Kind, AgentId? Agent = null)
{
    public static readonly Actor Customer = new(ActorKind.Customer);
    public static readonly Actor Timer = new(ActorKind.Timer);
    public static readonly Actor System = new(ActorKind.System);

    public static Actor Of(AgentId agent) => new(ActorKind.Agent, agent);

    public override string ToString() => Agent is { } agent ? agent.Value : Kind.ToString().ToLowerInvariant();
}
