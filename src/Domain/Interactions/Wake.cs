using Interactions.Domain.Values;

namespace Interactions.Domain.Interactions;

/// <summary>Tells somebody to look. It carries no state, only where, and the version that is announced.</summary>
public abstract record Wake(long Version)
{
    /// <summary>Somebody waits in this queue.</summary>
    public sealed record Route(QueueId Queue, InteractionId Id, long Version, InteractionType Type = InteractionType.Messaging) : Wake(Version);

    /// <summary>An agent may have room again; who waits longest in their queues is next.</summary>
    /// <param name="Id">What they may have got rid of; null where they came back.</param>
    /// <param name="Missed">Whether they let that pass, and get no more until they say that they are back.</param>
    public sealed record Serve(AgentId Agent, InteractionId? Id, long Version, bool Missed = false) : Wake(Version);

    /// <summary>A message is to be sent.</summary>
    /// <param name="After">The message before it, where that may still be under way.</param>
    public sealed record Send(ProfileId Profile, long Sequence, long Version, long? After = null) : Wake(Version);

    /// <summary>A timer may be due at that time.</summary>
    public sealed record Timeout(InteractionId Id, DateTimeOffset Due, long Version) : Wake(Version);
}
