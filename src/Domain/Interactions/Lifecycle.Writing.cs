using Interactions.Domain.Messages;

namespace Interactions.Domain.Interactions;

/// <summary>Whether a customer may be written to.</summary>
public static partial class Lifecycle
{
    private static Refusal? CannotAnswer(Interaction interaction) =>
        interaction.Type != InteractionType.Messaging ? Refusal.NotMessaging
        : interaction.Phase is not (Phase.Active or Phase.Held) ? Refusal.NotActive
        : null;

    private static Refusal? CannotSend(OutboundMessage message) =>
        message.IsEmpty ? Refusal.EmptyMessage
        : message.Characters > OutboundMessage.LongestText ? Refusal.TextTooLong
        : message.Media.Length > OutboundMessage.MostMedia ? Refusal.TooManyMedia
        : null;

    /// <param name="force">Whether it is tried although it is in vain, as far as anybody knows.</param>
    private static Refusal? CannotBeWrittenTo(Draft draft, Values.LineId line, bool force)
    {
        if (draft.Conversation.HasOptedOutOf(line))
            return Refusal.OptedOut;
        if (!force && draft.Conversation.Profile?.Unreachable is { } unreachable)
            return draft.Refuse(Refusal.CannotReceive, new Grounds(Since: unreachable.Since, Code: unreachable.Code));
        return null;
    }

    // Whatever an agent knows better, these are not theirs to decide.
    private static Refusal? CannotSendNow(Draft draft, OutboundMessage message, Interaction interaction)
    {
        if (draft.SenderOf(interaction.Line) is null)
            return Refusal.NoSender;
        if (message.Template is null && draft.Conversation.WindowOn(interaction.Line) is { } end && end <= draft.Now)
            return draft.Refuse(Refusal.TemplateNeeded, new Grounds(Since: end > DateTimeOffset.MinValue ? end : null));
        if (interaction.IsUnasked && draft.Policy.Line(interaction.Line) is { WriteFirst: { } hours } line && !line.MayWriteFirstAt(draft.Now))
            return draft.Refuse(Refusal.QuietHours, new Grounds(Until: hours.NextOpening(draft.Now)));
        return null;
    }

    // Opened or joined a moment ago, it is theirs; what there is to be said is said in it.
    private static Refusal? WriteFirst(Draft draft, StartInteraction order, Values.AgentId agent)
    {
        if (order.Message is not { } message)
            return null;
        var interaction = draft.Conversation.ActiveOn(order.Line)!;
        if ((CannotAnswer(interaction) ?? CannotSend(message)) is { } unsent)
            return unsent;
        if ((CannotBeWrittenTo(draft, order.Line, order.Force) ?? CannotSendNow(draft, message, interaction)) is { } unwritten)
            return unwritten;

        Write(draft, message, interaction, agent);
        return null;
    }
}
