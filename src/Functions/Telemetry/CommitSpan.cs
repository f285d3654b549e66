using System.Collections.Concurrent;
using System.Diagnostics;
using Interactions.Domain.Interactions;
using Interactions.Domain.Values;

namespace Interactions.Functions.Telemetry;

/// <summary>An order that is carried out on a conversation. By the interaction's number everything that ever happened to it is found.</summary>
internal readonly struct CommitSpan(Activity? span) : IDisposable
{
    private static readonly ConcurrentDictionary<Type, string> Names = new();

    public static CommitSpan Begin(Command command) => new(Traces.Begin(Names.GetOrAdd(command.GetType(), type => $"commit {type.Name}")));

    public Decision Ends(Decision decision)
    {
        if (span is null)
            return decision;

        span.SetTag("interactions.outcome", decision switch
        {
            Decision.Changed => "changed",
            Decision.Refused refused => $"refused {refused.Reason}",
            _ => "nothing",
        });
        if (decision is Decision.Changed changed && NumbersIn(changed) is { Length: > 0 } numbers)
            span.SetTag("interactions.number", numbers);
        return decision;
    }

    public void Dispose() => span?.Dispose();

    private static string NumbersIn(Decision.Changed changed) => string.Join(
        ',',
        changed.Entries.Append(changed.Moved).Select(entry => entry?.Interaction).OfType<InteractionId>().Distinct()
            .Select(id => changed.Find(id)?.Number.ToString()).Where(number => number is not null));
}
