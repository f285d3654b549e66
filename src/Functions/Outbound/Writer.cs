using Interactions.Domain.Interactions;
using Interactions.Domain.Messages;
using Interactions.Domain.Policies;
using Interactions.Domain.Values;

namespace Interactions.Functions.Outbound;

/// <summary>As whom a message goes out: as it was accepted for, or, where that was not said then, as the line writes now.</summary>
internal static class Writer
{
    public static Sender? Of(LogEntry entry, Address recipient, Policy policy) =>
        ((MessageSent)entry.Fact).From
        ?? (policy.Line(entry.Line!.Value) is { } line ? Senders.Of(line, recipient, usual: null, policy) : null);
}
