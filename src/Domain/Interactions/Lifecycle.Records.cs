using Interactions.Domain.Messages;
using Interactions.Domain.Values;

namespace Interactions.Domain.Interactions;

/// <summary>What is written down about an interaction, while it is open and when it is closed.</summary>
public static partial class Lifecycle
{
    // Who only watches has not read it for the agent.
    private static Refusal? Read(Draft draft, MarkRead order, Interaction interaction)
    {
        if (order.By.Agent is not { } agent || interaction.AssignedTo != agent)
            return Refusal.NotYours;
        if (interaction.Unread == 0 || interaction.LastHeard > order.LastSeen)
            return null;

        draft.Put(interaction with { Unread = 0 });
        return null;
    }

    private static Refusal? Note(Draft draft, AddNote order, Interaction interaction)
    {
        if (string.IsNullOrWhiteSpace(order.Text))
            return Refusal.EmptyNote;
        if (order.Text.Length > AddNote.LongestText)
            return Refusal.NoteTooLong;

        draft.Answer(new NoteAdded(order.Text), interaction);
        return null;
    }

    private static Refusal? Rewrite(Draft draft, Amend order, Interaction interaction)
    {
        if (!MayRewrite(draft, interaction))
            return Refusal.NotYours;
        var amended = order.Amendment.Of(interaction);
        if (amended.Outcome != interaction.Outcome && interaction.Phase is not Phase.WrapUp)
            return Refusal.NotInWrapUp;
        if (LosesItsDescription(interaction, amended) && interaction.TaskCount > 0)
            return Refusal.ShortDescriptionNeeded;
        if (order.Amendment.Type is InteractionType.Messaging && interaction.Type != InteractionType.Messaging && !CanBeWrittenTo(draft))
            return Refusal.NowhereToWrite;

        LogChanges(draft, interaction, amended);
        if (order.Amendment.Type is { } type && type != interaction.Type)
            amended = SpeakBy(draft, amended, type);
        if (amended != interaction)
            draft.Put(amended);
        return null;
    }

    private static Refusal? CarryOnClosed(Draft draft, RecordCommand command, Interaction closed)
    {
        var refusal = command switch
        {
            AddNote order => Note(draft, order, closed),
            Amend order => RewriteClosed(draft, order, closed),
            ViewTask order => View(draft, order, closed),
            _ => Refusal.Closed,
        };
        if (refusal is null && draft.Amended is null && draft.Entries.Length > 0)
            draft.Amend(closed);
        return refusal;
    }

    // When it was closed, by whom, and how it went stays for ever; what is said about it may be said better.
    private static Refusal? RewriteClosed(Draft draft, Amend order, Interaction closed)
    {
        var amended = order.Amendment.Of(closed);
        if (order.Amendment.Type is { } type && type != closed.Type)
            return Refusal.Closed;
        if (FieldChange.Between(closed, amended).Any(change => !change.IsOpenToTheEnd))
            return Refusal.Closed;
        if (draft.By.Kind == ActorKind.Agent && !(draft.By.Agent is { } agent && (closed.AssignedTo == agent || closed.LastAgent == agent)))
            return Refusal.NotYours;
        if (LosesItsDescription(closed, amended))
            return Refusal.ShortDescriptionNeeded;

        LogChanges(draft, closed, amended);
        draft.Amend(amended);
        return null;
    }

    // While it waits it is everybody's who may take it.
    private static bool MayRewrite(Draft draft, Interaction interaction) =>
        IsOf(interaction, draft)
        || (interaction.Phase is Phase.Queued && draft.By.Agent is { } agent && draft.PolicyOf(interaction).Members.Contains(agent));

    private static bool LosesItsDescription(Interaction before, Interaction after) =>
        after.ShortDescription.Length == 0 && before.ShortDescription.Length > 0;

    private static bool CanBeWrittenTo(Draft draft) => draft.Conversation.Profile?.Address.CanBeWrittenTo == true;

    private static void LogChanges(Draft draft, Interaction before, Interaction after)
    {
        var changes = FieldChange.Between(before, after);
        if (!changes.IsEmpty)
            draft.Log(new Amended(changes), before);
    }

    // Whoever calls a customer has stopped waiting for them, and answered them.
    private static Interaction SpeakBy(Draft draft, Interaction interaction, InteractionType type)
    {
        interaction = FollowChannel(draft, interaction, type, ChannelOf(type, draft));

        // What is on hold in writing has a reason, and what is not has none: neither goes on in the other way.
        if (interaction.Phase is Phase.Held held && (held.Reason is null) == (type == InteractionType.Messaging))
        {
            draft.Log(new Resumed(), interaction);
            interaction = interaction.Into(new Phase.Active(draft.Now), draft.Now);
        }
        else if (interaction.Phase is Phase.Active active && type != InteractionType.Messaging)
        {
            interaction = interaction with { Phase = active with { PromptedAt = null } };
        }

        if (type == InteractionType.Messaging || interaction.AssignedTo is null)
            return interaction;
        return Answered(interaction, draft.Now) with { UnansweredSince = null };
    }

    private static Channel ChannelOf(InteractionType type, Draft draft) => type switch
    {
        InteractionType.Phone => Channel.Phone,
        InteractionType.WalkUp => Channel.WalkUp,
        InteractionType.Voicemail => Channel.Voicemail,
        InteractionType.Chat => Channel.Chat,
        _ => draft.Conversation.Profile?.Address.Scheme switch
        {
            Address.Tel => Channel.Sms,
            Address.WhatsApp => Channel.WhatsApp,
            _ => Channel.Other,
        },
    };
}
