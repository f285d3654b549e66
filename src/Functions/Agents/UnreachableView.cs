using Interactions.Domain.Interactions;

namespace Interactions.Functions.Agents;

/// <summary>That no text arrives at an address, since when, and what the provider calls the reason; by which line that was found out.</summary>
internal sealed record UnreachableView(int Code, DateTimeOffset Since, string Line)
{
    public static UnreachableView? Of(Unreachable? unreachable) =>
        unreachable is { } known ? new(known.Code, known.Since, known.Line.Value) : null;
}
