namespace Interactions.Domain.Interactions;

/// <summary>Whether a customer may be written to.</summary>
public static partial class Lifecycle
{
    /// <param name="force">Whether it is tried although it is in vain, as far as anybody knows.</param>
    private static Refusal? CannotBeWrittenTo(Draft draft, Values.LineId line, bool force)
    {
        if (draft.Conversation.HasOptedOutOf(line))
            return Refusal.OptedOut;
        if (!force && draft.Conversation.Profile?.Unreachable is { } unreachable)
            return draft.Refuse(Refusal.CannotReceive, new Grounds(Since: unreachable.Since, Code: unreachable.Code));
        return null;
    }
}
