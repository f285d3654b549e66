using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Interactions.Domain.Values;

namespace Interactions.Domain.Interactions;

/// <summary>Where an interaction is on its way, with what is known only there.</summary>
[JsonDerivedType(typeof(Queued), "queued")]
[JsonDerivedType(typeof(Offered), "offered")]
[JsonDerivedType(typeof(Active), "active")]
[JsonDerivedType(typeof(Held), "held")]
[JsonDerivedType(typeof(WrapUp), "wrapUp")]
[JsonDerivedType(typeof(Done), "done")]
public abstract record Phase
{
    private Phase()
    {
    }

    public sealed record Queued(Place Place) : Phase;

    public sealed record Offered(AgentId Agent, DateTimeOffset At, DateTimeOffset Until, Place Place) : Phase;

    /// <param name="PromptedAt">When the agent was reminded of a customer who is waiting for an answer.</param>
    public sealed record Active(DateTimeOffset Since, DateTimeOffset? PromptedAt = null) : Phase;

    /// <param name="FreesRoom">Whether the agent has something else meanwhile. It counts as it was when the hold began, as the desk does.</param>
    public sealed record Held(DateTimeOffset Since, StateReason? Reason, bool Nudged = false, bool FreesRoom = false) : Phase;

    public sealed record WrapUp(DateTimeOffset Since) : Phase;

    public sealed record Done(bool Abandoned) : Phase;
}

/// <summary>A place in a queue.</summary>
/// <param name="Since">What seniority counts from; an offer that comes to nothing and an overflow keep it.</param>
/// <param name="Entered">When it came to this queue.</param>
/// <param name="Excluded">Agents who had their chance in this round.</param>
/// <param name="Preferred">Who should be asked first.</param>
/// <param name="Version">Of the conversation when this place was taken: coming back to a queue is another place than before.</param>
/// <param name="RefusedAt">When the last of those who are excluded had their chance.</param>
/// <param name="CountedFrom">From when on it is too long, where that is later than since when: nobody could come before.</param>
public sealed record Place(
    DateTimeOffset Since,
    DateTimeOffset Entered,
    ImmutableHashSet<AgentId> Excluded,
    AgentId? Preferred = null,
    long Version = 0,
    DateTimeOffset? RefusedAt = null,
    DateTimeOffset? CountedFrom = null)
{
    public static Place From(DateTimeOffset now, AgentId? preferred = null) => new(now, now, [], preferred);

    public Place Without(AgentId agent, DateTimeOffset now) => this with { Excluded = Excluded.Add(agent), RefusedAt = now };

    public Place InNewRound() => this with { Excluded = [], RefusedAt = null };
}
