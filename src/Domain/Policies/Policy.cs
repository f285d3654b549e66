using System.Collections.Immutable;
using Interactions.Domain.Responses;
using Interactions.Domain.Routing;
using Interactions.Domain.Values;

namespace Interactions.Domain.Policies;

/// <summary>Everything an admin configured, as one picture that does not change while a decision is made.</summary>
public sealed record Policy(ImmutableDictionary<LineId, Line> Lines, ImmutableDictionary<QueueId, QueuePolicy> Queues)
{
    public static readonly Policy None = new(ImmutableDictionary<LineId, Line>.Empty, ImmutableDictionary<QueueId, QueuePolicy>.Empty);

    private readonly LineIndex _index = new(Lines);

    public ImmutableDictionary<LineId, Line> Lines
    {
        get;
        init
        {
            field = value;
            _index = new(value);
        }
    } = Lines;

    public ImmutableDictionary<AgentId, AgentPolicy> Agents { get; init; } = ImmutableDictionary<AgentId, AgentPolicy>.Empty;

    /// <summary>What can be said to many, in the order of their ids.</summary>
    public ImmutableArray<StandardResponse> Responses { get; init; } = [];

    /// <summary>In the order in which they are asked.</summary>
    public ImmutableArray<Rule> Rules { get; init; } = [];

    /// <summary>A queue that is configured no longer still has interactions in it: those go on by the defaults.</summary>
    public QueuePolicy For(QueueId queue) => Queues.GetValueOrDefault(queue) ?? new QueuePolicy { Id = queue };

    /// <summary>The same for what came in on a line: out of a queue that is configured no longer it goes on to the line's own.</summary>
    public QueuePolicy For(QueueId queue, LineId line) =>
        !Queues.ContainsKey(queue) && Line(line)?.Queue is { } next && Queues.ContainsKey(next)
            ? For(queue) with { OverflowTo = next, OverflowAfter = TimeSpan.Zero }
            : For(queue);

    /// <summary>An agent who is configured no longer may still have work, and nothing more is known of them.</summary>
    public AgentPolicy Agent(AgentId agent) => Agents.GetValueOrDefault(agent) ?? new AgentPolicy { Id = agent };

    /// <summary>Whether anything says that there is such an agent.</summary>
    public bool Knows(AgentId agent) => Agents.ContainsKey(agent) || Queues.Values.Any(queue => queue.Members.Contains(agent));

    public IEnumerable<QueueId> QueuesOf(AgentId agent) =>
        Queues.Values.Where(queue => queue.Members.Contains(agent)).Select(queue => queue.Id).Order(Comparer<QueueId>.Create(
            (one, other) => string.CompareOrdinal(one.Value, other.Value)));

    /// <summary>Whether an agent may be asked to take something out of this queue.</summary>
    public bool CanServe(AgentId agent, QueueId queue, ImmutableArray<string> skills) =>
        For(queue).Members.Contains(agent) && Agent(agent).Has(skills);

    public Line? Line(LineId line) => Lines.GetValueOrDefault(line);

    /// <summary>The line a message was sent to, by the number or name it was sent to and the Messaging Service it came through.</summary>
    public Line? LineFor(Address to, string? messagingServiceSid) => _index.Find(to, messagingServiceSid);
}
