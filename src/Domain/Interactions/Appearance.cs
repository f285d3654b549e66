namespace Interactions.Domain.Interactions;

/// <summary>What the indexes show of an interaction; a change that they do not show costs no write there.</summary>
public static class Appearance
{
    /// <summary>Of what is new, whether it is asked for or waits is seen elsewhere: on the desks, and among those who wait.</summary>
    public static bool LooksLike(this Interaction one, Interaction other) =>
        (one.State, one.StateReason, one.Type, one.Queue, one.Priority, one.OpenedFor)
            == (other.State, other.StateReason, other.Type, other.Queue, other.Priority, other.OpenedFor)
        && (one.State == InteractionState.New || (one.Handling, one.Holder) == (other.Handling, other.Holder));

    public static bool LooksLikeInInbox(this Interaction one, Interaction other) =>
        (one.State, one.StateReason, one.Handling, one.Type, one.Queue, one.Priority, one.Unread > 0, IsPrompted(one), one.Sla?.IsPressing)
        == (other.State, other.StateReason, other.Handling, other.Type, other.Queue, other.Priority, other.Unread > 0, IsPrompted(other), other.Sla?.IsPressing);

    /// <summary>Of what is closed, as far as it may still be written differently.</summary>
    public static bool LooksLikeInHistory(this Interaction one, Interaction other) =>
        (one.Outcome, one.Disposition) == (other.Outcome, other.Disposition);

    /// <summary>Whether it takes up room with the agent whose it is.</summary>
    public static bool TakesUpRoom(this Interaction interaction) => interaction.Phase is not Phase.Held { FreesRoom: true };

    /// <summary>Whether those who look for an agent need not look again.</summary>
    public static bool LooksLikeInQueue(this Interaction one, Interaction other) =>
        (one.Type, one.Place?.Excluded.Count) == (other.Type, other.Place?.Excluded.Count);

    private static bool IsPrompted(Interaction interaction) => interaction.Phase is Phase.Active { PromptedAt: not null };
}
