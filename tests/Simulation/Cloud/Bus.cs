using Azure.Messaging.ServiceBus;
using Interactions.Simulation.Apps;
using Interactions.Simulation.Chance;
using Interactions.Simulation.Telling;
using Interactions.Simulation.Time;

namespace Interactions.Simulation.Cloud;

/// <summary>
/// The bus: gives each message to some instance until one is done with it, those of one session one after another. It may lose, double and
/// delay what it has, and give to somebody else what somebody is still at.
/// </summary>
internal sealed class Bus(Schedule schedule, Climate climate, Dice dice, Chronicle chronicle, Func<Instance?> anybody)
{
    private const int MostDeliveries = 10;

    private static readonly TimeSpan Lock = TimeSpan.FromSeconds(60);

    private readonly Dictionary<string, string> _functions = new(StringComparer.Ordinal)
    {
        [Queues.Routing] = "Route",
        [Queues.Outbound] = "Send",
        [Queues.Timeouts] = "Timeout",
    };

    // Who waits behind whom: a session is here while somebody is at one of its messages.
    private readonly Dictionary<(string Queue, string Session), Queue<Parcel>> _sessions = [];
    private readonly List<Parcel> _dead = [];

    public IReadOnlyList<Parcel> DeadLetters => _dead;

    public void Take(string queue, ServiceBusMessage message)
    {
        var parcel = new Parcel(queue, message.Subject, message.Body, message.SessionId, message.MessageId);
        if (dice.Chance(climate.Of(Ill.WakeLost, 0.01)))
        {
            chronicle.Suffered(Ill.WakeLost, parcel.Id);
            return;
        }

        var delay = message.ScheduledEnqueueTime > schedule.Now ? message.ScheduledEnqueueTime - schedule.Now : TimeSpan.Zero;
        Add(parcel, delay);
        if (!dice.Chance(climate.Of(Ill.BusDuplicate, 0.005)))
            return;
        chronicle.Suffered(Ill.BusDuplicate, parcel.Id);
        Add(parcel with { }, delay + dice.About(TimeSpan.FromSeconds(2)));
    }

    /// <summary>Somebody looked at what went wrong, and has it tried again.</summary>
    public void ReplayDeadLetters()
    {
        var dead = _dead.ToList();
        _dead.Clear();
        foreach (var parcel in dead)
            Add(parcel with { Deliveries = 0 }, TimeSpan.Zero);
    }

    private void Add(Parcel parcel, TimeSpan delay)
    {
        if (dice.Chance(climate.Of(Ill.BusDelay, 0.01)))
        {
            chronicle.Suffered(Ill.BusDelay, parcel.Id);
            delay += dice.Between(TimeSpan.Zero, TimeSpan.FromMinutes(1));
        }

        schedule.World.After(delay + TimeSpan.FromMilliseconds(dice.Between(5, 40)), () => Arrive(parcel));
    }

    private void Arrive(Parcel parcel)
    {
        if (parcel.Session is null)
            Deliver(parcel);
        else if (_sessions.TryGetValue((parcel.Queue, parcel.Session), out var line))
            line.Enqueue(parcel);
        else
        {
            _sessions[(parcel.Queue, parcel.Session)] = new();
            Deliver(parcel);
        }
    }

    private void Deliver(Parcel parcel)
    {
        if (anybody() is not { } instance)
        {
            schedule.World.After(TimeSpan.FromSeconds(1), () => Deliver(parcel));
            return;
        }

        parcel.Deliveries++;
        chronicle.Tell($"{instance.Name} gets {parcel.Id}, time {parcel.Deliveries}");
        var isSettled = false;
        var message = ServiceBusModelFactory.ServiceBusReceivedMessage(
            parcel.Body, parcel.Id, sessionId: parcel.Session, subject: parcel.Subject, deliveryCount: parcel.Deliveries, lockedUntil: schedule.Now + Lock);
        instance.Died += Expire;
        instance.Handle(_functions[parcel.Queue], message, fault => Settle(() => End(parcel, fault)));
        if (dice.Chance(climate.Of(Ill.LockLost, 0.003)))
        {
            chronicle.Suffered(Ill.LockLost, parcel.Id);
            schedule.World.After(dice.Between(TimeSpan.Zero, TimeSpan.FromMilliseconds(60)), () => Settle(() => Again(parcel)));
        }

        void Expire() => schedule.World.After(Lock, () => Settle(() => Again(parcel)));

        // What is settled is settled, whatever whoever had it still says.
        void Settle(Action how)
        {
            if (isSettled)
                return;
            isSettled = true;
            instance.Died -= Expire;
            how();
        }
    }

    private void End(Parcel parcel, Exception? fault)
    {
        if (fault is not null)
        {
            Again(parcel);
            return;
        }

        if (dice.Chance(climate.Of(Ill.LockLost, 0.003)))
        {
            chronicle.Suffered(Ill.LockLost, "done " + parcel.Id);
            schedule.World.After(Lock, () => Again(parcel));
            return;
        }

        GoOn(parcel);
    }

    private void Again(Parcel parcel)
    {
        if (parcel.Deliveries >= MostDeliveries)
        {
            chronicle.Tell($"{parcel.Id} is a dead letter");
            _dead.Add(parcel);
            GoOn(parcel);
            return;
        }

        schedule.World.After(TimeSpan.FromMilliseconds(dice.Between(1, 50)), () => Deliver(parcel));
    }

    private void GoOn(Parcel parcel)
    {
        if (parcel.Session is null)
            return;
        var line = _sessions[(parcel.Queue, parcel.Session)];
        if (line.TryDequeue(out var next))
            schedule.World.After(TimeSpan.FromMilliseconds(1), () => Deliver(next));
        else
            _sessions.Remove((parcel.Queue, parcel.Session));
    }
}

/// <summary>A message on the bus.</summary>
internal sealed record Parcel(string Queue, string Subject, BinaryData Body, string? Session, string Id)
{
    public int Deliveries { get; set; }
}
