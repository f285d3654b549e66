using Interactions.Domain.Messages;
using Interactions.Domain.Policies;
using Interactions.Domain.Routing;
using Interactions.Domain.Values;

namespace Interactions.Domain.Interactions;

/// <summary>How interactions begin.</summary>
public static partial class Lifecycle
{
    private static Interaction OpenFor(Draft draft, TakeInMessage order, Line line)
    {
        var before = draft.Conversation.LastClosedOn(line.Id);
        var continued = before is not null && IsStillOpenable(before, draft) ? before : null;
        var route = RouteOf(draft, order.Message, line);
        var queue = continued?.Queue ?? route.Queue;

        // Somebody whose text could not be taken in at first waits since then; that nobody comes for them counts from now on.
        var asked = order.CameAt < draft.Now ? order.CameAt.Value : draft.Now;
        var place = Place.From(draft.Now, Preferred(before, draft));
        if (asked < draft.Now)
            place = place with { Since = asked, CountedFrom = draft.Now };
        return Open(draft, order, line.Id, queue, new Phase.Queued(place), interaction => interaction with
        {
            Channel = order.Message.Channel,
            OpenedAt = asked,
            LastAgent = before?.Agent,
            Parent = continued?.Id,
            Priority = route.Priority,
            Skills = route.Queue == queue ? route.Skills : [],
            Tags = route.Tags,
            Language = draft.Conversation.Profile?.Traits.Language,
            Sla = SlaOf(draft.Policy.For(queue), line, asked),
        });
    }

    private static Route RouteOf(Draft draft, InboundMessage message, Line line)
    {
        var traits = draft.Conversation.Profile?.Traits ?? Traits.None;
        return Route.Of(Subject.Of(message.Text, line, traits, draft.Now), line, draft.Policy);
    }

    // Whoever had it last knows the matter; after a while, nobody does.
    private static AgentId? Preferred(ClosedSummary? before, Draft draft) =>
        before is not null && (IsStillOpenable(before, draft)
            || (draft.Policy.For(before.Queue).AffinityFor is { } window && draft.Now <= before.At + window))
            ? before.Agent
            : null;

    private static bool IsStillOpenable(ClosedSummary closed, Draft draft) =>
        draft.Policy.For(closed.Queue).ReopenWithin is { } window && draft.Now <= closed.At + window;

    // What was promised when it began counts, whatever is configured or where it goes later. A warning while nobody is there would be none.
    private static Sla? SlaOf(QueuePolicy policy, Line line, DateTimeOffset now)
    {
        if (policy.FirstResponseTarget is not { } target)
            return null;
        var warnBefore = policy.WarnBefore(target);
        return new Sla(target, After(target)) { WarnAt = warnBefore > TimeSpan.Zero ? After(target - warnBefore) : null };

        DateTimeOffset After(TimeSpan openTime) => line.Hours?.After(now, openTime) ?? now + openTime;
    }

    private static Refusal? Start(Draft draft, StartInteraction order)
    {
        if (order.By.Agent is not { } agent)
            return Refusal.NotYours;
        if (draft.Policy.Line(order.Line) is null)
            return Refusal.UnknownLine;
        if (!draft.Policy.Queues.ContainsKey(order.Queue))
            return Refusal.UnknownQueue;
        if (order is { Direction: Direction.Outbound, Type: InteractionType.Messaging } && CannotBeWrittenTo(draft, order.Line, order.Force) is { } unwritten)
            return unwritten;
        if (order.Type == InteractionType.Messaging && !order.Address.CanBeWrittenTo)
            return Refusal.NowhereToWrite;
        if (order.Type == InteractionType.Messaging && draft.SenderOf(order.Line, order.Address) is null)
            return Refusal.NoSender;
        if (draft.Conversation.ActiveOn(order.Line) is { } active)
            return Join(draft, active, agent, joined => AsBegun(draft, joined, order)) ?? WriteFirst(draft, order, agent);
        if (!Serves(draft, draft.Policy.For(order.Queue)))
            return Refusal.NotAMember;

        draft.Meet(order.Address);
        if (order.User is { } user && Link(draft, user, order.Traits) is { } refusal)
            return refusal;
        var interaction = Open(draft, order, order.Line, order.Queue, new Phase.Active(draft.Now), opened => opened with
        {
            Type = order.Type,
            Channel = order.Channel,
            Direction = order.Direction,
            ShortDescription = order.ShortDescription.Trim(),
            Tags = order.Tags,
            Language = draft.Conversation.Profile?.Traits.Language,
        });
        Give(draft, interaction, agent);
        return WriteFirst(draft, order, agent);
    }

    // To begin anew means to write first.
    private static Refusal? Clone(Draft draft, CloneInteraction order) =>
        draft.Closed is { Type: InteractionType.Messaging } source && draft.Conversation.HasOptedOutOf(source.Line)
            ? Refusal.OptedOut
            : Continue(draft, order, Direction.Outbound);

    private static Refusal? Reopen(Draft draft, ReopenInteraction order) => Continue(draft, order, draft.Closed?.Direction);

    // What was closed stays as it is; its matter goes on in a record of its own.
    private static Refusal? Continue(Draft draft, TakeUp order, Direction? direction)
    {
        if (draft.Conversation.Find(order.Source) is not null)
            return Refusal.NotClosed;
        if (draft.Closed is not { } source || source.Id != order.Source)
            return Refusal.NotFound;
        if (draft.Conversation.HasErased(source.Id))
            return Refusal.Erased;
        if (order.By.Agent is not { } agent)
            return Refusal.NotYours;
        if (draft.Conversation.ActiveOn(source.Line) is { } active)
            return Join(draft, active, agent);
        var queue = QueueAfter(draft, source);
        if (!Serves(draft, draft.Policy.For(queue)))
            return Refusal.NotAMember;

        var interaction = Open(draft, order, source.Line, queue, new Phase.Active(draft.Now), opened => opened with
        {
            Type = source.Type,
            Channel = source.Channel,
            Direction = direction ?? source.Direction,
            Parent = source.Id,
            Priority = source.Priority,
            Tags = source.Tags,
            Skills = source.Skills,
            Language = source.Language,
            ShortDescription = source.ShortDescription,
            ShortDescriptionFilled = source.ShortDescriptionFilled,
        });
        Give(draft, interaction, agent);
        return null;
    }

    // There is one already: it is theirs, or nobody's and becomes theirs, or somebody else's.
    private static Refusal? Join(Draft draft, Interaction active, AgentId agent, Func<Interaction, Interaction>? adapt = null)
    {
        if (active.AssignedTo == agent)
            return null;
        if (active.AssignedTo is not null || active.Phase is Phase.Offered offered && offered.Agent != agent)
            return Refusal.ActiveWithAnother;
        if (active.Phase is not Phase.Offered && !Serves(draft, draft.PolicyOf(active)))
            return Refusal.NotAMember;

        draft.Log(new Claimed(agent), active);
        Give(draft, adapt is null ? active : adapt(active), agent);
        return null;
    }

    // Who waits in writing may call meanwhile, and what is said of that is about the same matter.
    private static Interaction AsBegun(Draft draft, Interaction joined, StartInteraction order)
    {
        var tags = joined.Tags.Concat(order.Tags).Distinct(StringComparer.Ordinal).Take(Amendment.MostTags);
        var amended = FollowChannel(draft, Described(joined, joined.ShortDescription.Length == 0 ? order.ShortDescription : null), order.Type, order.Channel) with
        {
            Tags = [.. tags],
        };
        LogChanges(draft, joined, amended);
        return amended;
    }

    // Supervisors go where they are needed.
    private static bool Serves(Draft draft, QueuePolicy queue) =>
        draft.By.Kind != ActorKind.Agent || (draft.By.Agent is { } agent && queue.Members.Contains(agent));

    // Of a queue that is gone, the matter goes on where the line's go.
    private static QueueId QueueAfter(Draft draft, Interaction source) =>
        !draft.Policy.Queues.ContainsKey(source.Queue) && draft.Policy.Line(source.Line) is { } line ? line.Queue : source.Queue;

    private static Interaction Open(
        Draft draft, OpeningCommand order, LineId line, QueueId queue, Phase phase, Func<Interaction, Interaction> complete)
    {
        var conversation = draft.Conversation;
        var interaction = draft.Add(complete(new Interaction
        {
            Id = new InteractionId(conversation.Id, conversation.NextOrdinal),
            Number = order.Number,
            Type = InteractionType.Messaging,
            Channel = Channel.Sms,
            Direction = Direction.Inbound,
            Line = line,
            Queue = queue,
            OpenedAt = draft.Now,
            Phase = phase,
            OpenedFor = conversation.Profile?.User,
            FirstSequence = conversation.NextSequence,
            LastSequence = conversation.NextSequence,
        }));
        draft.Log(
            new InteractionOpened(order.Number, interaction.Direction, queue, interaction.Parent, order is CloneInteraction),
            interaction);
        return interaction;
    }
}
