using Interactions.Domain.Values;

namespace Interactions.Functions.Agents;

/// <summary>Who did something; the agent's id where it was one.</summary>
internal sealed record ActorView(ActorKind Kind, string? Agent)
{
    public static ActorView Of(Actor actor) => new(actor.Kind, actor.Agent?.Value);
}
