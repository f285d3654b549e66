using Interactions.Domain.Messages;
using Interactions.Domain.Timers;

namespace Interactions.Domain.Interactions;

/// <summary>What happens when people forget.</summary>
public static partial class Lifecycle
{
    internal const string TimedOut = "timedOut";

    // Whatever is configured, one wake moves an interaction so many steps and no further.
    private const int MostSteps = 8;

    private static Refusal? Fire(Draft draft, Interaction interaction)
    {
        // Whoever looked on time need not look again before the next time, which may be sooner than it was when somebody looked last.
        var next = InteractionTimers.Next(interaction, draft.PolicyOf(interaction));
        var hasWoken = interaction.WakeAt <= draft.Now || (next is not null && !(interaction.WakeAt <= next.Due));
        var wasChecked = interaction.CheckBy < draft.Now;
        if (hasWoken || wasChecked)
        {
            draft.Put(interaction.WithoutWakesUntil(draft.Now) with { CheckBy = wasChecked ? null : interaction.CheckBy });
        }

        for (var step = 0; step < MostSteps && NextDue(draft, interaction.Id) is { } timer; step++)
            Fire(draft, draft.Conversation.Find(interaction.Id)!, timer);
        return null;
    }

    private static TimerKind? NextDue(Draft draft, Values.InteractionId id)
    {
        var interaction = draft.Conversation.Find(id)!;
        var next = InteractionTimers.Next(interaction, draft.PolicyOf(interaction));
        return next?.Due <= draft.Now ? next.Kind : null;
    }

    private static void Fire(Draft draft, Interaction interaction, TimerKind timer)
    {
        switch (timer, interaction.Phase)
        {
            case (TimerKind.FirstResponseWarning, _):
                WarnOfTarget(draft, interaction, interaction.Sla!);
                break;
            case (TimerKind.FirstResponse, _):
                draft.Log(new SlaBreached(interaction.Sla!.Due), interaction);
                draft.Put(interaction with { Sla = interaction.Sla with { Breached = true } });
                break;
            case (TimerKind.Offer, Phase.Offered offered):
                draft.Log(new OfferTimedOut(offered.Agent, draft.PolicyOf(interaction).NotReadyAfterMissedOffer), interaction);
                BackToQueue(draft, interaction, offered.Place.Without(offered.Agent, draft.Now));
                break;
            case (TimerKind.NewRound, Phase.Queued queued):
                StartRound(draft, interaction, queued.Place);
                break;
            case (TimerKind.Overflow, _):
                Overflow(draft, interaction);
                break;
            case (TimerKind.Abandon, _):
                SayOnce(draft, interaction, AutomaticText.Abandoned, draft.PolicyOf(interaction).AbandonedText);
                Close(draft, draft.Conversation.Find(interaction.Id)!, abandoned: true, TimedOut);
                break;
            case (TimerKind.Silence, Phase.Active active):
                OnSilence(draft, interaction, active);
                break;
            case (TimerKind.Nudge, Phase.Held held):
                if (!IsDue(draft, interaction, TimerKind.CloseWaiting))
                    interaction = SayOnce(draft, interaction, AutomaticText.Nudge, draft.PolicyOf(interaction).NudgeText);
                draft.Put(interaction with { Phase = held with { Nudged = true } });
                break;
            case (TimerKind.CloseWaiting, _):
                Close(draft, interaction, abandoned: interaction.LastReply is null, TimedOut);
                break;
            case (TimerKind.HoldLimit, _):
                draft.Log(new HoldLimitReached(), interaction);
                draft.Put(interaction.Into(new Phase.Active(draft.Now), draft.Now));
                break;
            case (TimerKind.WrapUp, _):
                Close(draft, interaction, abandoned: false, TimedOut);
                break;
        }
    }

    // So late that it is missed anyway, nobody is warned.
    private static void WarnOfTarget(Draft draft, Interaction interaction, Sla sla)
    {
        if (sla.Due <= draft.Now)
        {
            draft.Put(interaction with { Sla = sla with { WarnAt = null } });
            return;
        }

        draft.Log(new SlaWarned(sla.Due), interaction);
        draft.Put(interaction with { Sla = sla with { Warned = true } });
    }

    // So late that it closes anyway, nobody is nudged.
    private static bool IsDue(Draft draft, Interaction interaction, TimerKind kind) =>
        InteractionTimers.Of(interaction, draft.PolicyOf(interaction)).Any(timer => timer.Kind == kind && timer.Due <= draft.Now);

    private static void OnSilence(Draft draft, Interaction interaction, Phase.Active active)
    {
        if (active.PromptedAt is null)
        {
            draft.Log(new AgentPrompted(interaction.UnansweredSince!.Value), interaction);
            draft.Put(interaction with { Phase = active with { PromptedAt = draft.Now } });
            return;
        }

        var silent = interaction.AssignedTo!.Value;
        draft.Log(new Requeued(interaction.Queue, silent), interaction);
        BackToQueue(draft, interaction, Place.From(draft.Now).Without(silent, draft.Now));
    }

    private static Interaction SayOnce(Draft draft, Interaction interaction, AutomaticText kind, string? text)
    {
        if (string.IsNullOrEmpty(text) || interaction.Type != InteractionType.Messaging
            || interaction.AutomaticTexts.Contains(kind) || draft.Conversation.HasOptedOutOf(interaction.Line))
        {
            return interaction;
        }

        draft.Send(new OutboundMessage(text, []), interaction, kind);
        return draft.Put(interaction with { AutomaticTexts = interaction.AutomaticTexts.Add(kind) });
    }
}
