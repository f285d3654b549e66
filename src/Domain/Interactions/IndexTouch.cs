using Interactions.Domain.Values;

namespace Interactions.Domain.Interactions;

/// <summary>
/// What an index has to show. Additions are written before the change is stored and removals after it, so that an index lists
/// too much at worst, never too little.
/// </summary>
public abstract record IndexTouch
{
    private IndexTouch()
    {
    }

    public bool IsRemoval => this is NoLongerActive or NoLongerWaiting or Frees or Counts { Does: false };

    public sealed record Active(Interaction Interaction, long Version) : IndexTouch;

    public sealed record NoLongerActive(InteractionId Id) : IndexTouch;

    /// <param name="Interaction">For whom to ask, and whom not.</param>
    public sealed record Waiting(WaitingPlace Place, Interaction Interaction, long Version) : IndexTouch;

    public sealed record NoLongerWaiting(WaitingPlace Place) : IndexTouch;

    /// <summary>Somebody gets it, and has to have room for it: without, the change must not be stored.</summary>
    /// <param name="MustBeReady">Whether they are asked; what somebody takes, or is forced on them, needs room only.</param>
    public sealed record Reserves(AgentId Agent, Interaction Interaction, long Version, bool MustBeReady) : IndexTouch;

    /// <summary>What an agent sees of what is theirs.</summary>
    public sealed record Inbox(AgentId Agent, Interaction Interaction, long Version) : IndexTouch;

    /// <summary>What is theirs begins or ceases to take up room.</summary>
    public sealed record Counts(AgentId Agent, InteractionId Id, long Version, bool Does) : IndexTouch;

    /// <summary>It is not theirs any more.</summary>
    /// <param name="Version">A reservation that is newer was made by somebody else since, and stays.</param>
    /// <param name="Missed">Whether they let it pass, and get no more until they say that they are back.</param>
    public sealed record Frees(AgentId Agent, InteractionId Id, long Version, bool Missed) : IndexTouch;

    public sealed record Numbered(InteractionNumber Number, InteractionId Id) : IndexTouch;

    /// <summary>For history by day and by user.</summary>
    public sealed record History(Interaction Interaction) : IndexTouch;

    /// <summary>For finding, when its time has come, what no closed interaction leads to: whoever was only heard, linked or named.</summary>
    public sealed record Heard(ProfileId Profile, DateTimeOffset At) : IndexTouch;

    /// <summary>For finding a user's open interactions.</summary>
    public sealed record UserOf(ProfileId Profile, UserId User) : IndexTouch;
}

/// <summary>
/// What decides who is next: the queue, then priority, then how long somebody waits, among those who wait for the same type of
/// room. The version tells a place from the one the same interaction had before it was offered, so that removing that one late does
/// not remove this one.
/// </summary>
public sealed record WaitingPlace(
    QueueId Queue, int Priority, DateTimeOffset Since, InteractionId Id, long Version, InteractionType Type = InteractionType.Messaging)
{
    /// <summary>Where somebody waits; null where they do not.</summary>
    public static WaitingPlace? Of(Interaction? interaction) =>
        interaction?.Phase is Phase.Queued { Place: var place }
            ? new(interaction.Queue, interaction.Priority, place.Since, interaction.Id, place.Version, interaction.Type)
            : null;
}
