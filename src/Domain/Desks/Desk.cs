using System.Collections.Immutable;
using Interactions.Domain.Interactions;
using Interactions.Domain.Policies;
using Interactions.Domain.Values;

namespace Interactions.Domain.Desks;

/// <summary>What one agent has on, and whether they take more. What is asked of an agent is reserved here first.</summary>
public sealed record Desk
{
    public required AgentId Agent { get; init; }

    public Presence Presence { get; init; }

    /// <summary>Since when that is so.</summary>
    public DateTimeOffset Since { get; init; }

    /// <summary>Whether they are not ready because they let an offer pass, and not because they said so.</summary>
    public bool MissedOffer { get; init; }

    /// <summary>What the agent said they can have; null where that is as configured.</summary>
    public Slots? Capacity { get; init; }

    /// <summary>What is reserved for them: offers, and what they work on.</summary>
    public Slots Load { get; init; } = Slots.None;

    /// <summary>When they last got something or got rid of it: who idles longest is asked first.</summary>
    public DateTimeOffset IdleSince { get; init; }

    /// <summary>Counts the changes.</summary>
    public long Version { get; init; }

    /// <summary>In which queues they were last shown as free, and at which standing.</summary>
    public ImmutableSortedDictionary<string, Standing> Shown { get; init; } = ImmutableSortedDictionary<string, Standing>.Empty;

    public Standing Standing => new(Load.Total, IdleSince);

    public static Desk Of(AgentId agent) => new() { Agent = agent };

    public Slots CapacityBy(Policy policy) => Capacity ?? policy.Agent(Agent).Capacity;

    public bool HasRoomFor(InteractionType type, Policy policy) => Load[type] < CapacityBy(policy)[type];

    /// <summary>Whether there is anything at all that could be offered to them.</summary>
    public bool IsFree(Policy policy) =>
        Presence == Presence.Ready && Enum.GetValues<InteractionType>().Any(type => HasRoomFor(type, policy));

    public Desk Takes(InteractionType type, DateTimeOffset now) => Changed() with { Load = Load.With(type, Load[type] + 1), IdleSince = now };

    public Desk GetsRidOf(InteractionType type, DateTimeOffset now) =>
        Changed() with { Load = Load.With(type, Math.Max(0, Load[type] - 1)), IdleSince = now };

    /// <summary>What they say themselves.</summary>
    public Desk Is(Presence presence, DateTimeOffset now) => presence == Presence && !MissedOffer
        ? this
        : Changed() with { Presence = presence, Since = now, MissedOffer = false, IdleSince = presence == Presence.Ready ? now : IdleSince };

    /// <summary>They let an offer pass: until they say that they are back, they get no more.</summary>
    public Desk Misses(DateTimeOffset now) => Presence == Presence.Ready
        ? Is(Presence.NotReady, now) with { MissedOffer = true }
        : this;

    public Desk Can(Slots? capacity) => capacity == Capacity ? this : Changed() with { Capacity = capacity };

    private Desk Changed() => this with { Version = Version + 1 };
}

/// <summary>Who of several is asked first: the one with the least on, and of those the one who idles longest.</summary>
public readonly record struct Standing(int Load, DateTimeOffset IdleSince);
