using Interactions.Domain.Interactions;
using Interactions.Domain.Messages;
using Interactions.Domain.Policies;

namespace Interactions.Functions.Outbound;

/// <summary>As whom a message goes out: as it was accepted for, or, where that was not said then, by what its line has first.</summary>
internal static class Senders
{
    public static Sender? Of(LogEntry entry, Policy policy)
    {
        if (((MessageSent)entry.Fact).From is { } sender)
            return sender;
        var line = policy.Line(entry.Line!.Value);
        return line?.MessagingService is { } service ? new Sender(null, service)
            : line is { Addresses: [var first, ..] } ? new Sender(first)
            : null;
    }
}
