using System.Diagnostics.CodeAnalysis;
using Interactions.Domain.Policies;
using Interactions.Domain.Values;
using Interactions.Functions.Http;

namespace Interactions.Functions.Orders;

/// <summary>Agents, queues and addresses that a body names: as they are written, and whether there are such.</summary>
internal static class Named
{
    public static bool TryRead(string? text, Policy policy, out AgentId agent, [NotNullWhen(false)] out Problem? problem)
    {
        problem = !AgentId.TryParse(text, null, out agent) ? Problems.InvalidField("agent", text is null ? "has to name one" : Ids.Otherwise)
            : !policy.Knows(agent) ? Problems.NotFound("agent", "agent")
            : null;
        return problem is null;
    }

    public static bool TryRead(string text, Policy policy, out QueueId queue, [NotNullWhen(false)] out Problem? problem)
    {
        problem = !QueueId.TryParse(text, null, out queue) ? Problems.InvalidField("queue", Ids.Otherwise)
            : !policy.Queues.ContainsKey(queue) ? Problems.NotFound("queue", "queue")
            : null;
        return problem is null;
    }

    /// <summary>Somebody who can be written to. Our own lines cannot be meant: the text would come back as a customer's.</summary>
    public static bool TryRead(string text, string field, Policy policy, out Address address, [NotNullWhen(false)] out Problem? problem)
    {
        problem = !Address.TryParse(text, null, out address) || address.Scheme == "sender" || !address.CanBeWrittenTo ? Problems.InvalidField(field, "is not an address")
            : IsAmbiguous(address) ? Problems.InvalidField(field, "has to begin with + and the country")
            : policy.LineFor(address, null) is not null ? Problems.InvalidField(field, "is one of our own numbers")
            : null;
        return problem is null;
    }

    // Without its country the provider may know it by another name, and so would we: as somebody else. A short code has none.
    private static bool IsAmbiguous(Address address) => address.Scheme == Address.Tel && address.AtProvider is { Length: > 6 } number && number[0] != '+';
}
