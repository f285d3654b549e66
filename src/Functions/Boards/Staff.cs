using Interactions.Domain.Desks;
using Interactions.Domain.Interactions;
using Interactions.Domain.Policies;
using Interactions.Domain.Routing;
using Interactions.Domain.Values;
using Interactions.Functions.Storage.Desks;
using Interactions.Functions.Storage.Queues;

namespace Interactions.Functions.Boards;

/// <summary>Everybody's desk, seen from the queues.</summary>
internal sealed class Staff(Policy policy, DateTimeOffset now)
{
    // Where nobody waits: whoever would come next texts.
    private static readonly TypeSet Usual = TypeSet.Of(InteractionType.Messaging);

    private readonly Dictionary<AgentId, Desk> _desks = [];
    private readonly Dictionary<AgentId, Member> _members = [];
    private readonly Dictionary<QueueId, WorkCount> _work = [];

    public IReadOnlyDictionary<AgentId, Desk> Desks => _desks;

    public void Add(OpenDesk open)
    {
        foreach (var item in open.Items)
            _work[item.Queue] = Counted(_work.GetValueOrDefault(item.Queue) ?? new(), item);

        var desk = open.Stored.Desk;
        _desks[desk.Agent] = desk;
        _members[desk.Agent] = new(
            desk.Presence,
            desk.FreeFor(policy),
            [.. open.Items.Where(item => item.TakesUpRoom && item.AssignedAt is not null).Select(item => new Piece(item.Queue, now - item.AssignedAt!.Value))]);
    }

    public QueueCounts CountsOf(QueueId queue, WaitingCount waiting)
    {
        var members = policy.For(queue).Members.Select(member => _members.GetValueOrDefault(member) ?? Member.Absent).ToList();
        var wanted = waiting.Types.IsEmpty ? Usual : waiting.Types;
        var agents = new AgentCount(
            members.Count(member => member.FreeFor.Overlaps(wanted)),
            members.Count(member => member.Presence == Presence.Ready && !member.FreeFor.Overlaps(wanted)),
            members.Count(member => member.Presence == Presence.NotReady),
            members.Count(member => member.Presence == Presence.Offline));
        return new(
            queue,
            waiting,
            _work.GetValueOrDefault(queue) ?? new(),
            agents,
            EstimatedWait.Of(waiting.Number, agents.Ready, AgesOf(queue, members)));
    }

    // Of those who go on working. What they do for this queue tells how fast it gets on; where that is nothing, all they do has to
    // do, because whatever ends first makes room.
    private static List<TimeSpan> AgesOf(QueueId queue, IEnumerable<Member> members)
    {
        var pieces = members.Where(member => member.Presence == Presence.Ready).SelectMany(member => member.Work).ToList();
        var own = pieces.Where(piece => piece.Queue == queue).ToList();
        return [.. (own.Count > 0 ? own : pieces).Select(piece => piece.Age)];
    }

    private static WorkCount Counted(WorkCount count, DeskItem item) => item switch
    {
        { Handling: Handling.Offered } => count with { Offered = count.Offered + 1 },
        { Handling: Handling.WrapUp } => count with { WrapUp = count.WrapUp + 1 },
        { State: InteractionState.OnHold } => count with { Held = count.Held + 1 },
        _ => count with { Active = count.Active + 1 },
    };

    private sealed record Member(Presence Presence, TypeSet FreeFor, IReadOnlyList<Piece> Work)
    {
        public static readonly Member Absent = new(Presence.Offline, default, []);
    }

    private readonly record struct Piece(QueueId Queue, TimeSpan Age);
}
