using System.Collections.Immutable;
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

    /// <summary>A queue that is configured no longer still has interactions in it: those go on by the defaults.</summary>
    public QueuePolicy For(QueueId queue) => Queues.GetValueOrDefault(queue) ?? new QueuePolicy { Id = queue };

    public Line? Line(LineId line) => Lines.GetValueOrDefault(line);

    /// <summary>The line a message was sent to, by the number or name it was sent to and the Messaging Service it came through.</summary>
    public Line? LineFor(Address to, string? messagingServiceSid) => _index.Find(to, messagingServiceSid);
}
