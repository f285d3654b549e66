using System.Globalization;
using Interactions.Domain.Interactions;
using Interactions.Domain.Policies;
using Interactions.Domain.Tests.Driver;
using Interactions.Domain.Timers;
using Interactions.Domain.Values;

namespace Interactions.Domain.Tests.Properties;

/// <summary>A conversation with a model of everything around it: log, bus and indexes, kept as the decisions ask.</summary>
internal sealed partial class World(Policy policy)
{
    private readonly List<Command> _given = [];
    private readonly HashSet<string> _markers = [];
    private int _names;

    public DateTimeOffset Now { get; private set; } = The.Beginning;

    public Policy Policy => policy;

    public Conversation Conversation { get; private set; } = Conversation.Of(The.Profile);

    /// <summary>What the latest order was, and what came of it.</summary>
    public Command Latest { get; private set; } = null!;

    public Result Result { get; private set; } = null!;

    /// <summary>The closed interaction that the latest order was about, as it was before; null where it was about none.</summary>
    public Interaction? Before { get; private set; }

    public List<LogEntry> Log { get; } = [];

    public List<Interaction> Closed { get; } = [];

    public List<RelatedTask> Tasks { get; } = [];

    /// <summary>Scheduled wakes that nobody has received yet.</summary>
    public List<Wake.Timeout> Bus { get; } = [];

    public Indexes Indexes { get; } = new();

    public IEnumerable<InteractionId> Ids =>
        Enumerable.Range(1, Conversation.NextOrdinal - 1).Select(ordinal => new InteractionId(The.Profile, ordinal));

    public IEnumerable<DueTimer> Timers(Interaction interaction) => InteractionTimers.Of(interaction, Policy.For(interaction.Queue));

    public DueTimer? NextTimer(Interaction interaction) => Timers(interaction).FirstOrDefault();

    /// <summary>False where the step means nothing in the world as it is.</summary>
    public bool Take(Step step)
    {
        Now += TimeSpan.FromSeconds(step.Seconds);
        if (Order(step) is not { } command)
            return false;
        _given.Add(command);
        Give(command);
        return true;
    }

    /// <summary>Decides and commits; storage turns away what was committed under the same name.</summary>
    public void Give(Command command)
    {
        Latest = command;
        Before = Closed.Find(closed => closed.Id == command.NeedsRecordOf);
        Result = new Result(Conversation, Decide(command));
        if (Result.Decision is not Decision.Changed changed)
            return;

        if (changed.Receipt is { } receipt)
            _markers.Add(receipt.Name);
        Conversation = changed.Conversation;
        Log.AddRange(changed.Entries);
        Closed.AddRange(changed.Closed);
        if (changed.Amended is { } amended)
            Closed[Closed.FindIndex(closed => closed.Id == amended.Id)] = amended;
        if (changed.Task is { } task)
            Tasks.Add(task);
        Bus.AddRange(changed.Wakes.OfType<Wake.Timeout>());
        foreach (var touch in changed.Touches.OrderBy(touch => touch.IsRemoval))
            Indexes.Apply(touch);
    }

    public Decision Decide(Command command)
    {
        var closed = Closed.Find(closed => closed.Id == command.NeedsRecordOf);
        var decision = Lifecycle.Decide(Conversation, command, Policy, Now, closed);
        return decision is Decision.Changed { Receipt: { } receipt } && _markers.Contains(receipt.Name) ? new Decision.Nothing(receipt.Answers) : decision;
    }

    /// <summary>Time goes on to a moment, and nobody does anything meanwhile.</summary>
    public void PassUntil(DateTimeOffset moment) => Now = moment;

    /// <summary>The bus delivers its next wake, for which it is time.</summary>
    public void DeliverNext() => Deliver(Bus.MinBy(wake => wake.Due)!);

    /// <summary>Who would be looked at by a sweep now: everything whose index row asks for it, and every offer that is over.</summary>
    public IReadOnlyList<InteractionId> SeenBySweep() =>
    [
        .. Indexes.Active.Values.Where(row => row.CheckBy is not { } by || by <= Now).Select(row => row.Id)
            .Concat(Indexes.Desks.OffersOver(Now)).Distinct(),
    ];

    /// <summary>Time goes on until the bus delivers its next wake; false where none is left.</summary>
    public bool WaitForWake()
    {
        if (Bus.MinBy(wake => wake.Due) is not { } next)
            return false;
        Now = next.Due > Now ? next.Due : Now;
        Deliver(next);
        return true;
    }

    /// <summary>The bus is gone: every minute everything open that asks for it is looked at, and every offer that is over.</summary>
    public void Sweep()
    {
        Now += TimeSpan.FromMinutes(1);
        foreach (var id in SeenBySweep())
            Give(new FireTimers(id));
    }

    public string Name(string prefix) => prefix + (++_names).ToString(CultureInfo.InvariantCulture);

    private void Deliver(Wake.Timeout wake)
    {
        Bus.Remove(wake);
        Give(new FireTimers(wake.Id));
    }
}
