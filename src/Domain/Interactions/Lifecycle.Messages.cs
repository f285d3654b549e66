using Interactions.Domain.Consent;
using Interactions.Domain.Messages;
using Interactions.Domain.Policies;

namespace Interactions.Domain.Interactions;

/// <summary>What customers and agents write.</summary>
public static partial class Lifecycle
{
    private const int LongestFirstWords = 160;

    private static Refusal? TakeIn(Draft draft, TakeInMessage order)
    {
        if (draft.Policy.Line(order.Line) is not { } line)
            return Refusal.UnknownLine;

        var message = order.Message;
        var word = ConsentWords.In(message);
        draft.Meet(message.From, message.ProfileName);
        Reached(draft, order);

        // Who only says STOP asks for nobody: an agent could not even answer.
        var interaction = draft.Conversation.ActiveOn(line.Id);
        var opens = interaction is null && word != ConsentWord.Stop;
        if (opens)
            interaction = OpenFor(draft, order, line);

        var sequence = draft.Log(new MessageReceived(message, order.CameAt), line.Id, interaction?.Id);
        if (word is { } said)
            ChangeConsent(draft, line, order, said, interaction?.Id);
        if (interaction is null)
            return null;

        interaction = Heard(draft, interaction, message, sequence, awaitsAnswer: word != ConsentWord.Stop);

        // Never to somebody who opted out, never on top of what the provider has answered.
        if (order.CameAt is null && message.OptOutType is null && !draft.Conversation.HasOptedOutOf(line.Id))
            AnswerByItself(draft, line, interaction, isFirst: opens && interaction.Parent is null, asksForHelp: word == ConsentWord.Help);
        return null;
    }

    // Whoever writes from there is there.
    private static void Reached(Draft draft, TakeInMessage order)
    {
        if (draft.Conversation.Profile is { Unreachable: { Since: var since } } profile && !(order.CameAt < since))
            draft.Change(conversation => conversation with { Profile = profile with { Unreachable = null } });
    }

    private static Interaction Heard(Draft draft, Interaction interaction, InboundMessage message, long sequence, bool awaitsAnswer)
    {
        interaction = FollowChannel(draft, interaction, InteractionType.Messaging, message.Channel) with
        {
            Unread = interaction.Unread + 1,
            LastHeard = sequence,
            FirstWords = interaction.FirstWords ?? FirstWordsOf(message),
            UnansweredSince = awaitsAnswer ? interaction.UnansweredSince ?? draft.Now : interaction.UnansweredSince,
        };

        // Whoever says STOP neither ends a hold nor a wrap-up: there is nothing that an agent could answer. Who was on hold on the phone and
        // writes is not on hold any more.
        if (awaitsAnswer && interaction.Phase is Phase.Held { Reason: StateReason.WaitingOnCustomer or null })
        {
            draft.Log(new Resumed(), interaction);
            interaction = interaction.Into(new Phase.Active(draft.Now), draft.Now);
        }
        else if (awaitsAnswer && interaction.Phase is Phase.WrapUp)
        {
            draft.Log(new WrapUpInterrupted(), interaction);
            interaction = interaction.Into(new Phase.Active(draft.Now), draft.Now) with { Outcome = null };
        }

        return draft.Put(interaction);
    }

    private static Interaction FollowChannel(Draft draft, Interaction interaction, InteractionType type, Channel channel)
    {
        if (interaction.Type == type && interaction.Channel == channel)
            return interaction;
        draft.Log(new TypeChanged(type, channel), interaction);
        return interaction with { Type = type, Channel = channel };
    }

    private static string? FirstWordsOf(InboundMessage message)
    {
        var text = message.Text.Trim();
        if (text.Length <= LongestFirstWords)
            return text.Length > 0 ? text : null;
        return char.IsHighSurrogate(text[LongestFirstWords - 1]) ? text[..(LongestFirstWords - 1)] : text[..LongestFirstWords];
    }

    private static void ChangeConsent(Draft draft, Line line, TakeInMessage order, ConsentWord word, Values.InteractionId? about)
    {
        var message = order.Message;
        var before = draft.Conversation.ConsentOn(line.Id);
        var known = before?.State;
        var source = ConsentWords.SourceOf(message);
        ConsentState? said = word switch
        {
            ConsentWord.Stop when !(order.CameAt < before?.Since) => ConsentState.OptedOut,

            // A yes that comes to light late may have been followed by another STOP, which changed nothing then.
            ConsentWord.Start when order.CameAt is not null => null,

            // "Yes" is said to many things; only to somebody who had opted out does it mean this one.
            ConsentWord.Start when known is not null || source == ConsentSource.Provider => ConsentState.OptedIn,
            _ => null,
        };
        if (said is not { } state || state == known)
            return;

        var consent = new LineConsent(state, order.CameAt ?? draft.Now, source, message.Sid, message.Text.Trim());
        draft.Change(conversation => conversation with { Consents = conversation.Consents.SetItem(line.Id.Value, consent) });
        draft.Log(new ConsentChanged(consent), line.Id, about);
    }

    // Each kind once.
    private static void AnswerByItself(Draft draft, Line line, Interaction interaction, bool isFirst, bool asksForHelp)
    {
        if (!line.IsOpenAt(draft.Now))
            interaction = AnswerOnce(draft, interaction, AutomaticText.OutOfHours, line.OutOfHoursText);
        else if (isFirst)
            interaction = AnswerOnce(draft, interaction, AutomaticText.Greeting, line.Greeting);

        if (asksForHelp)
            AnswerOnce(draft, interaction, AutomaticText.Help, line.HelpText);
    }

    private static Interaction AnswerOnce(Draft draft, Interaction interaction, AutomaticText kind, string? text)
    {
        if (string.IsNullOrEmpty(text) || interaction.AutomaticTexts.Contains(kind))
            return interaction;
        draft.Answer(text, kind, interaction);
        return draft.Put(interaction with { AutomaticTexts = interaction.AutomaticTexts.Add(kind) });
    }

    private static Refusal? Reply(Draft draft, SendReply order, Interaction interaction)
    {
        if (WhyNoReply(order.By, interaction) is { } refusal)
            return refusal;
        if (order.LacksResponse)
            return Refusal.UnknownResponse;
        if (order.Message.IsEmpty)
            return Refusal.EmptyMessage;
        if (order.Message.Characters > OutboundMessage.LongestText)
            return Refusal.TextTooLong;
        if (order.Message.Media.Length > OutboundMessage.MostMedia)
            return Refusal.TooManyMedia;
        if (CannotBeWrittenTo(draft, interaction.Line, order.Force) is { } unwritten)
            return unwritten;
        if (!order.Force && order.LastSeen is { } seen && SomebodyElseWroteSince(seen, order.By.Agent!.Value, interaction))
            return Refusal.StaleView;

        SendByAgent(draft, order.By.Agent!.Value, interaction, order.Message);
        return null;
    }

    private static Refusal? WhyNoReply(Values.Actor by, Interaction interaction)
    {
        if (by.Agent is not { } agent || interaction.AssignedTo != agent)
            return Refusal.NotYours;
        if (interaction.Type != InteractionType.Messaging)
            return Refusal.NotMessaging;
        return interaction.Phase is Phase.Active or Phase.Held ? null : Refusal.NotActive;
    }

    private static long SendByAgent(Draft draft, Values.AgentId agent, Interaction interaction, OutboundMessage message)
    {
        if (interaction.Phase is Phase.Held)
            draft.Log(new Resumed(), interaction);
        var sequence = draft.Send(message, interaction);
        var phase = interaction.Phase is Phase.Active active ? active with { PromptedAt = null } : new Phase.Active(draft.Now);
        draft.Put(Answered(interaction, draft.Now) with
        {
            Duration = interaction.Phase is Phase.Held ? interaction.DurationAt(draft.Now) : interaction.Duration,
            Phase = phase,
            LastReply = new LastReply(sequence, agent),
            UnansweredSince = null,
            Unread = 0,
        });
        return sequence;
    }

    private static bool SomebodyElseWroteSince(long seen, Values.AgentId agent, Interaction interaction) =>
        interaction.LastHeard > seen || (interaction.LastReply is { } reply && reply.By != agent && reply.Sequence > seen);

    private static Interaction Answered(Interaction interaction, DateTimeOffset now) => interaction with
    {
        WaitTime = interaction.Direction == Direction.Inbound
            ? interaction.WaitTime ?? Elapsed.Between(interaction.OpenedAt, now)
            : interaction.WaitTime,
        Sla = interaction.Sla is { } sla ? sla with { Answered = true } : null,
    };
}
