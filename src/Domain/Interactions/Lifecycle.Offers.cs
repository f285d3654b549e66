using Interactions.Domain.Values;

namespace Interactions.Domain.Interactions;

/// <summary>How a waiting interaction comes to an agent.</summary>
public static partial class Lifecycle
{
    private static Refusal? Offer(Draft draft, MakeOffer order, Interaction interaction)
    {
        if (interaction.Phase is Phase.Offered { Agent: var asked } && asked == order.Agent)
            return null;
        if (interaction.Phase is not Phase.Queued { Place: var place } || interaction.Queue != order.Queue || place.Excluded.Contains(order.Agent))
            return Refusal.NotWaiting;

        OfferTo(draft, interaction, order.Agent, place);
        return null;
    }

    private static void OfferTo(Draft draft, Interaction interaction, AgentId agent, Place place)
    {
        var until = draft.Now + draft.PolicyOf(interaction).OfferFor;
        draft.Log(new OfferMade(agent, until), interaction);
        draft.Put(interaction.Into(new Phase.Offered(agent, draft.Now, until, place), draft.Now) with { AssignedTo = null, AssignedAt = null });
    }

    private static Refusal? Accept(Draft draft, AcceptOffer order, Interaction interaction)
    {
        if (interaction.AssignedTo == order.Agent)
            return null;
        if (interaction.Phase is not Phase.Offered { Agent: var asked } || asked != order.Agent)
            return Refusal.NotOfferedToYou;

        draft.Log(new OfferAccepted(order.Agent), interaction);
        Give(draft, interaction, order.Agent);
        return null;
    }

    private static Refusal? Decline(Draft draft, DeclineOffer order, Interaction interaction)
    {
        if (interaction.Phase is Phase.Queued { Place: var place } && place.Excluded.Contains(order.Agent))
            return null;
        if (interaction.Phase is not Phase.Offered offered || offered.Agent != order.Agent)
            return Refusal.NotOfferedToYou;

        draft.Log(new OfferDeclined(order.Agent), interaction);
        BackToQueue(draft, interaction, offered.Place.Without(order.Agent));
        return null;
    }

    private static Refusal? NewRound(Draft draft, Interaction interaction)
    {
        if (interaction.Phase is not Phase.Queued { Place: { Excluded.IsEmpty: false } place })
            return null;

        draft.Log(new NewRoundStarted(), interaction);
        interaction = BackToQueue(draft, interaction, place.InNewRound());
        Overflow(draft, interaction);
        return null;
    }

    private static void Overflow(Draft draft, Interaction interaction)
    {
        if (draft.PolicyOf(interaction).OverflowTo is not { } next || interaction.Phase is not Phase.Queued { Place: var place })
            return;

        draft.Log(new Overflowed(interaction.Queue, next), interaction);
        BackToQueue(draft, interaction with { Queue = next }, place.InNewRound() with { Entered = draft.Now });
    }

    private static Refusal? TakeFromQueue(Draft draft, Claim order, Interaction interaction)
    {
        if (interaction.AssignedTo == order.Agent)
            return null;
        if (!draft.PolicyOf(interaction).Members.Contains(order.Agent))
            return Refusal.NotAMember;
        if (interaction.Phase is not Phase.Queued && !(interaction.Phase is Phase.Offered { Agent: var asked } && asked == order.Agent))
            return Refusal.NotWaiting;

        draft.Log(new Claimed(order.Agent), interaction);
        Give(draft, interaction, order.Agent);
        return null;
    }

    private static Refusal? AssignTo(Draft draft, Assign order, Interaction interaction)
    {
        var has = order.Forced ? interaction.AssignedTo : interaction.Holder;
        if (has == order.Agent)
            return null;

        draft.Log(new Assigned(order.Agent, order.Forced), interaction);
        if (order.Forced)
            Give(draft, interaction, order.Agent);
        else
            OfferTo(draft, interaction, order.Agent, interaction.Place ?? Place.From(draft.Now));
        return null;
    }

    private static Interaction BackToQueue(Draft draft, Interaction interaction, Place place) =>
        draft.Put(interaction.Into(new Phase.Queued(place), draft.Now) with { AssignedTo = null, AssignedAt = null });

    // From here on somebody works on it. A call is answered by taking it, a text only by writing back.
    private static void Give(Draft draft, Interaction interaction, AgentId agent)
    {
        var taken = interaction.Type == InteractionType.Messaging ? interaction : Answered(interaction, draft.Now);
        draft.Put(taken.Into(new Phase.Active(draft.Now), draft.Now) with
        {
            AssignedTo = agent,
            AssignedAt = draft.Now,
            LastAgent = agent,
            Outcome = null,
        });
    }
}
