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

    /// <summary>In which queues they were last shown as free, for what, and at which standing.</summary>
    public ImmutableSortedDictionary<string, Spot> Shown { get; init; } = ImmutableSortedDictionary<string, Spot>.Empty;

    public Standing Standing => new(Load.Total, IdleSince);

    public static Desk Of(AgentId agent) => new() { Agent = agent };

    public Slots CapacityBy(Policy policy) => Capacity ?? policy.Agent(Agent).Capacity;

    public bool HasRoomFor(InteractionType type, Policy policy) => Load[type] < CapacityBy(policy)[type];

    public bool CanTake(InteractionType type, Policy policy) => Presence == Presence.Ready && HasRoomFor(type, policy);

    /// <summary>What could be offered to them.</summary>
    public TypeSet FreeFor(Policy policy) => TypeSet.Of(Enum.GetValues<InteractionType>().Where(type => CanTake(type, policy)));

    /// <summary>Whether there is anything at all that could be offered to them.</summary>
    public bool IsFree(Policy policy) => !FreeFor(policy).IsEmpty;

    public Spot SpotBy(Policy policy) => new(Standing, FreeFor(policy));

    /// <summary>
    /// Shown in one queue where they stand now, and in the others no longer for what they have no room for: rows that tell otherwise
    /// are removed by whoever meets them, and are missing from then on.
    /// </summary>
    public Desk ShownAnewIn(QueueId queue, Policy policy)
    {
        var spot = SpotBy(policy);
        var shown = ImmutableSortedDictionary.CreateBuilder<string, Spot>();
        foreach (var (other, was) in Shown)
        {
            if (was.Types.And(spot.Types) is { IsEmpty: false } left)
                shown[other] = was with { Types = left };
        }

        shown.Remove(queue.Value);
        if (!spot.Types.IsEmpty)
            shown[queue.Value] = spot;
        return this with { Shown = shown.ToImmutable() };
    }

    /// <summary>Whether everything that could be offered to them is shown in all their queues.</summary>
    public bool IsShownEverywhere(Policy policy)
    {
        var free = FreeFor(policy);
        return policy.QueuesOf(Agent).All(queue => free.Except(Shown.GetValueOrDefault(queue.Value).Types).IsEmpty);
    }

    /// <summary>Whether they are shown somewhere for something for which they were not before.</summary>
    public bool IsShownMoreThan(Desk before) =>
        Shown.Any(each => !each.Value.Types.Except(before.Shown.GetValueOrDefault(each.Key).Types).IsEmpty);

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

/// <summary>Where somebody stands among those who are free, and for what.</summary>
public readonly record struct Spot(Standing Standing, TypeSet Types);
