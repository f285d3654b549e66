namespace Interactions.Domain.Interactions;

/// <summary>What the indexes show of an interaction; a change that they do not show costs no write there.</summary>
internal static class Appearance
{
    public static bool LooksLike(this Interaction one, Interaction other) =>
        (one.State, one.StateReason, one.Handling, one.Type, one.Queue, one.Holder, one.Priority, one.OpenedFor)
        == (other.State, other.StateReason, other.Handling, other.Type, other.Queue, other.Holder, other.Priority, other.OpenedFor);

    public static bool LooksLikeInInbox(this Interaction one, Interaction other) =>
        (one.State, one.StateReason, one.Handling, one.Type, one.Queue, one.Unread > 0, IsPrompted(one))
        == (other.State, other.StateReason, other.Handling, other.Type, other.Queue, other.Unread > 0, IsPrompted(other));

    private static bool IsPrompted(Interaction interaction) => interaction.Phase is Phase.Active { PromptedAt: not null };
}
