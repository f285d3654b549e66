using System.Collections.Immutable;
using Interactions.Domain.Routing;
using Interactions.Domain.Values;

namespace Interactions.Domain.Interactions;

/// <summary>How a waiting interaction comes to an agent.</summary>
public static partial class Lifecycle
{
    private static Refusal? Offer(Draft draft, MakeOffer order, Interaction interaction)
    {
        if (interaction.Phase is Phase.Offered { Agent: var asked } && asked == order.Agent)
            return null;
        if (interaction.AssignedTo == order.Agent)
            return null;
        if (interaction.Phase is not Phase.Queued { Place: var place } || interaction.Queue != order.Queue || place.Excluded.Contains(order.Agent))
            return Refusal.NotWaiting;
        if (CannotBeAsked(draft, interaction, order.Agent) is { } unfit)
            return unfit;

        OfferTo(draft, interaction, order.Agent, place);
        return null;
    }

    // Whoever asked them: nobody gets an offer out of a queue they do not serve.
    private static Refusal? CannotBeAsked(Draft draft, Interaction interaction, AgentId agent) =>
        !draft.PolicyOf(interaction).Members.Contains(agent) ? Refusal.NotAMember
        : !draft.Policy.Agent(agent).Has(interaction.Skills) ? Refusal.LacksSkill
        : null;

    private static void OfferTo(Draft draft, Interaction interaction, AgentId agent, Place place)
    {
        var policy = draft.PolicyOf(interaction);
        var until = draft.Now + policy.OfferFor;
        draft.Log(new OfferMade(agent, until), interaction);
        if (policy.AutoAccept)
        {
            draft.Log(new OfferAccepted(agent), interaction);
            Give(draft, interaction, agent);
            return;
        }

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
        if (interaction.Holder != order.Agent && interaction.Place?.Excluded.Contains(order.Agent) == true)
            return null;
        if (interaction.AssignedTo == order.Agent && draft.PolicyOf(interaction).AutoAccept)
            return Refusal.CannotDecline;
        if (interaction.Phase is not Phase.Offered offered || offered.Agent != order.Agent)
            return Refusal.NotOfferedToYou;

        draft.Log(new OfferDeclined(order.Agent), interaction);
        BackToQueue(draft, interaction, offered.Place.Without(order.Agent, draft.Now));
        return null;
    }

    private static Refusal? NewRound(Draft draft, Interaction interaction)
    {
        if (interaction.Phase is Phase.Queued { Place: var place } && IsExhausted(draft, interaction, place))
            StartRound(draft, interaction, place);
        return null;
    }

    private static void StartRound(Draft draft, Interaction interaction, Place place)
    {
        var isExhausted = IsExhausted(draft, interaction, place);
        draft.Log(new NewRoundStarted(), interaction);
        interaction = BackToQueue(draft, interaction, place.InNewRound());
        if (isExhausted)
            Overflow(draft, interaction);
    }

    private static bool IsExhausted(Draft draft, Interaction interaction, Place place) =>
        Choice.IsExhausted(interaction.Queue, interaction.Skills, place.Excluded, draft.Policy);

    private static void Overflow(Draft draft, Interaction interaction)
    {
        if (draft.PolicyOf(interaction).OverflowTo is not { } next || interaction.Phase is not Phase.Queued { Place: var place })
            return;

        draft.Log(new Overflowed(interaction.Queue, next), interaction);
        BackToQueue(draft, InQueue(draft, interaction, next), place.InNewRound() with { Entered = draft.Now });
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
        if (CannotBeAsked(draft, interaction, order.Agent) is { } unfit && !(order.Forced && MayBeForced(draft, order, interaction, unfit)))
            return unfit;

        draft.Log(new Assigned(order.Agent, order.Forced), interaction);
        if (order.Forced)
            Give(draft, interaction, order.Agent);
        else
            OfferTo(draft, interaction, order.Agent, interaction.Place ?? Place.From(draft.Now));
        return null;
    }

    // A supervisor knows better who is able to, and may take over themselves; and where nobody serves the queue, somebody has to
    // nevertheless.
    private static bool MayBeForced(Draft draft, Assign order, Interaction interaction, Refusal unfit) =>
        unfit == Refusal.LacksSkill || order.Agent == draft.By.Agent || draft.PolicyOf(interaction).Members.IsEmpty;

    private static Interaction InQueue(Draft draft, Interaction interaction, QueueId queue) => queue == interaction.Queue
        ? interaction
        : interaction with { Queue = queue, Skills = KnownIn(draft, interaction, queue) };

    // What was asked for one queue may be what nobody in another knows, or nobody alone: there it would wait for nobody.
    private static ImmutableArray<string> KnownIn(Draft draft, Interaction interaction, QueueId queue)
    {
        var members = draft.Policy.For(queue).Members.Select(draft.Policy.Agent).ToList();
        ImmutableArray<string> known = [.. interaction.Skills.Where(skill => members.Exists(member => member.Has([skill])))];
        return members.Exists(member => member.Has(known)) ? known : [];
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
