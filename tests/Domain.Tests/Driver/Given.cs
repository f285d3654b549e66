using Interactions.Domain.Interactions;
using Interactions.Domain.Policies;
using Interactions.Domain.Routing;
using Interactions.Domain.Values;

namespace Interactions.Domain.Tests.Driver;

internal static class Given
{
    public static Story Nothing(Func<QueuePolicy, QueuePolicy>? queue = null, Func<Line, Line>? line = null) =>
        new(Configured.With(queue, line));

    public static Story AWaitingInteraction(Func<QueuePolicy, QueuePolicy>? queue = null, Func<Line, Line>? line = null) =>
        Nothing(queue, line).Waiting();

    public static Story AnOfferedInteraction(Func<QueuePolicy, QueuePolicy>? queue = null, AgentId? to = null) =>
        AWaitingInteraction(queue).Offered(to);

    public static Story AnActiveInteraction(Func<QueuePolicy, QueuePolicy>? queue = null, AgentId? by = null) =>
        AWaitingInteraction(queue).Active(by);

    public static Story AnAnsweredInteraction(Func<QueuePolicy, QueuePolicy>? queue = null) => AnActiveInteraction(queue).Answered();

    public static Story AnInteractionOnHold(StateReason reason, Func<QueuePolicy, QueuePolicy>? queue = null) =>
        AnActiveInteraction(queue).OnHold(reason);

    public static Story AnInteractionInWrapUp(Func<QueuePolicy, QueuePolicy>? queue = null) =>
        AnActiveInteraction(queue).Answered().InWrapUp();

    public static Story AClosedInteraction(Func<QueuePolicy, QueuePolicy>? queue = null, Func<Line, Line>? line = null) =>
        AWaitingInteraction(queue, line).Active().Answered().InWrapUp().Closed();

    /// <summary>Waits for somebody who knows something that only the agent does.</summary>
    public static Story SomethingForTheAgentAlone(Func<QueuePolicy, QueuePolicy>? queue = null)
    {
        var story = Nothing(queue);
        story.Policy = story.Policy with
        {
            Rules = [new Rule { Id = "locks", Skills = ["locks"] }],
            Agents = Configured.Agents(new AgentPolicy { Id = The.Agent, Skills = ["locks", "keys"] }, new AgentPolicy { Id = The.Colleague, Skills = ["keys"] }),
        };
        return story.Waiting();
    }

    public static Story ACall(Func<QueuePolicy, QueuePolicy>? queue = null)
    {
        var story = Nothing(queue);
        return story.Then(story.Begin(type: InteractionType.Phone, direction: Direction.Inbound));
    }
}
