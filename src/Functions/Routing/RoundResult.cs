using Interactions.Domain.Values;

namespace Interactions.Functions.Routing;

/// <summary>What came of looking through a queue.</summary>
/// <param name="Settled">Those who were seen, and got an agent or could get none.</param>
/// <param name="EndedEarly">Whether there was nobody left to ask before everybody who waits had been seen.</param>
internal sealed record RoundResult(IReadOnlySet<InteractionId> Settled, bool EndedEarly)
{
    public bool IsSettled(InteractionId id) => Settled.Contains(id);
}
