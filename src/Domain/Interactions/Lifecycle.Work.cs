using Interactions.Domain.Messages;

namespace Interactions.Domain.Interactions;

/// <summary>What an agent does with an interaction besides writing.</summary>
public static partial class Lifecycle
{
    private static Refusal? PutOnHold(Draft draft, Hold order, Interaction interaction)
    {
        if (!IsOf(interaction, draft))
            return Refusal.NotYours;
        if (interaction.Phase is Phase.Held held && held.Reason == order.Reason)
            return null;
        if (interaction.Phase is not (Phase.Active or Phase.Held))
            return Refusal.NotActive;
        if (interaction.Type == InteractionType.Messaging && order.Reason is null)
            return Refusal.HoldReasonNeeded;
        if (interaction.Type != InteractionType.Messaging && order.Reason is not null)
            return Refusal.HoldReasonNotAllowed;

        draft.Log(new PutOnHold(order.Reason), interaction);
        var freesRoom = order.Reason == StateReason.WaitingOnCustomer && draft.PolicyOf(interaction).HoldsFreeCapacity;
        draft.Put(interaction.Into(new Phase.Held(draft.Now, order.Reason, FreesRoom: freesRoom), draft.Now));
        return null;
    }

    private static Refusal? TakeUpAgain(Draft draft, Interaction interaction)
    {
        if (!IsOf(interaction, draft))
            return Refusal.NotYours;
        if (interaction.Phase is Phase.Active)
            return null;
        if (interaction.Phase is not Phase.Held)
            return Refusal.NotOnHold;

        draft.Log(new Resumed(), interaction);
        draft.Put(interaction.Into(new Phase.Active(draft.Now), draft.Now));
        return null;
    }

    private static Refusal? Move(Draft draft, TransferToQueue order, Interaction interaction)
    {
        var handover = new Handover(order.By, Queue: order.Queue);
        if (interaction.Place is not null && interaction.Queue == order.Queue && interaction.Handover == handover)
            return null;
        if (CannotMove(draft, interaction) is { } refusal)
            return refusal;
        if (!draft.Policy.Queues.ContainsKey(order.Queue))
            return Refusal.UnknownQueue;

        draft.Log(new TransferredToQueue(interaction.Queue, order.Queue, order.Note), interaction);
        BackToQueue(draft, InQueue(draft, interaction with { Handover = handover }, order.Queue), HandedOn(draft, interaction));
        return null;
    }

    private static Refusal? Move(Draft draft, TransferToAgent order, Interaction interaction)
    {
        var handover = new Handover(order.By, Agent: order.Agent);
        if (interaction.Holder == order.Agent && interaction.Handover == handover)
            return null;
        if (CannotMove(draft, interaction) is { } refusal)
            return refusal;
        if (interaction.AssignedTo == order.Agent)
            return Refusal.AlreadyTheirs;
        if (CannotBeAsked(draft, interaction, order.Agent) is { } unfit)
            return unfit;

        draft.Log(new TransferredToAgent(order.Agent, order.Note), interaction);
        OfferTo(draft, interaction with { Handover = handover }, order.Agent, HandedOn(draft, interaction));
        return null;
    }

    private static Refusal? Move(Draft draft, TransferOutside order, Interaction interaction)
    {
        var handover = new Handover(order.By, Contact: order.Contact);
        if (interaction.Phase is Phase.WrapUp && interaction.Outcome is null && interaction.Handover == handover)
            return null;
        if (CannotMove(draft, interaction) is { } refusal)
            return refusal;

        // Nobody who said STOP is written to by a detour either.
        if (order.Contact == draft.Conversation.Profile?.Address && draft.Conversation.HasOptedOutOf(interaction.Line))
            return Refusal.OptedOut;

        draft.Log(new TransferredOutside(order.Contact, order.Note), interaction);
        if (draft.PolicyOf(interaction).HandedOverText is { Length: > 0 } text)
            draft.Send(new OutboundMessage(text, []), interaction, AutomaticText.HandedOver, order.Contact);
        draft.Put(interaction.Into(new Phase.WrapUp(draft.Now), draft.Now) with { Handover = handover });
        return null;
    }

    // Whoever hands it on is not asked first whether to take it.
    private static Place HandedOn(Draft draft, Interaction interaction)
    {
        var place = Place.From(draft.Now);
        return interaction.AssignedTo is { } agent ? place.Without(agent, draft.Now) : place;
    }

    private static bool WasOf(Interaction interaction, Draft draft) =>
        draft.By.Kind != Values.ActorKind.Agent || (interaction.LastAgent is { } agent && agent == draft.By.Agent);

    private static Refusal? CannotMove(Draft draft, Interaction interaction) =>
        !IsOf(interaction, draft) ? Refusal.NotYours
        : interaction.Phase is not (Phase.Active or Phase.Held) ? Refusal.NotActive
        : null;

    private static Refusal? EndWork(Draft draft, End order, Interaction interaction)
    {
        if (interaction.Phase is Phase.Queued && interaction.Outcome == order.Outcome && WasOf(interaction, draft))
            return null;
        if (!IsOf(interaction, draft))
            return Refusal.NotYours;
        if (interaction.Phase is Phase.WrapUp && interaction.Outcome == order.Outcome)
        {
            var described = Described(interaction, order.ShortDescription);
            LogChanges(draft, interaction, described);
            if (described != interaction)
                draft.Put(described);
            return null;
        }

        if (interaction.Phase is not (Phase.Active or Phase.Held))
            return Refusal.NotActive;

        var policy = draft.PolicyOf(interaction);
        interaction = Described(interaction, order.ShortDescription);
        if (order.Outcome == Outcome.Unresolved && policy.RequeueUnresolved)
        {
            draft.Log(new Requeued(interaction.Queue, interaction.AssignedTo, order.Outcome), interaction);
            BackToQueue(draft, interaction with { Outcome = order.Outcome }, HandedOn(draft, interaction));
            return null;
        }

        if (policy.WrapUpFor is null && interaction.ShortDescription.Length == 0)
            return Refusal.ShortDescriptionNeeded;

        draft.Log(new Ended(order.Outcome), interaction);
        interaction = draft.Put(interaction.Into(new Phase.WrapUp(draft.Now), draft.Now) with { Outcome = order.Outcome });
        if (policy.WrapUpFor is null)
            Close(draft, interaction, abandoned: false, disposition: null);
        return null;
    }

    private static Refusal? WrapUp(Draft draft, Wrap order, Interaction interaction)
    {
        if (!IsOf(interaction, draft))
            return Refusal.NotYours;
        if (interaction.Phase is not Phase.WrapUp)
            return Refusal.NotInWrapUp;

        interaction = Described(interaction, order.ShortDescription);
        if (interaction.ShortDescription.Length == 0)
            return Refusal.ShortDescriptionNeeded;

        Close(draft, interaction with { Disposition = order.Disposition ?? interaction.Disposition }, abandoned: false, disposition: null);
        return null;
    }

    private static Interaction Described(Interaction interaction, string? shortDescription) => string.IsNullOrWhiteSpace(shortDescription)
        ? interaction
        : interaction with { ShortDescription = shortDescription.Trim(), ShortDescriptionFilled = false };

    private static void Close(Draft draft, Interaction interaction, bool abandoned, string? disposition)
    {
        var filled = interaction.ShortDescription.Length == 0 && interaction.FirstWords is { Length: > 0 };
        var closed = interaction.Into(new Phase.Done(abandoned), draft.Now) with
        {
            ShortDescription = filled ? interaction.FirstWords! : interaction.ShortDescription,
            ShortDescriptionFilled = filled || interaction.ShortDescriptionFilled,
            ClosedAt = draft.Now,
            ClosedBy = draft.By,
            Disposition = interaction.Disposition ?? disposition,
        };
        draft.Log(new Closed(abandoned, closed.Disposition, closed.ShortDescription), closed);
        draft.Put(closed);
    }
}
