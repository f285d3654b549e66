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

    public bool IsRemoval => this is NoLongerActive or NoLongerWaiting or NoLongerInInbox;

    public sealed record Active(Interaction Interaction, long Version) : IndexTouch;

    public sealed record NoLongerActive(InteractionId Id) : IndexTouch;

    public sealed record Waiting(WaitingPlace Place, long Version) : IndexTouch;

    public sealed record NoLongerWaiting(WaitingPlace Place) : IndexTouch;

    public sealed record Inbox(AgentId Agent, Interaction Interaction, long Version) : IndexTouch;

    /// <param name="Version">A row that is newer was put there by somebody else since, and stays.</param>
    public sealed record NoLongerInInbox(AgentId Agent, InteractionId Id, long Version) : IndexTouch;

    public sealed record Numbered(InteractionNumber Number, InteractionId Id) : IndexTouch;

    /// <summary>For history by day and by user.</summary>
    public sealed record History(Interaction Interaction) : IndexTouch;

    /// <summary>For finding a user's open interactions.</summary>
    public sealed record UserOf(ProfileId Profile, UserId User) : IndexTouch;
}

/// <summary>
/// What decides who is next: the queue, then priority, then how long somebody waits. The version tells a place from the one the
/// same interaction had before it was offered, so that removing that one late does not remove this one.
/// </summary>
public sealed record WaitingPlace(QueueId Queue, int Priority, DateTimeOffset Since, InteractionId Id, long Version);
