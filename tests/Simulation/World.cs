using System.Globalization;
using Interactions.Memory;
using Interactions.Simulation.Apps;
using Interactions.Simulation.Chance;
using Interactions.Simulation.Cloud;
using Interactions.Simulation.Laws;
using Interactions.Simulation.People;
using Interactions.Simulation.Telling;
using Interactions.Simulation.Time;

namespace Interactions.Simulation;

/// <summary>Everything there is in one run, made of its seed.</summary>
internal sealed class World : IDisposable
{
    private World(Plan plan, Schedule schedule, Dice dice, MemoryTables tables, Firm firm)
    {
        (Plan, Schedule, Tables, Firm) = (plan, schedule, tables, firm);
        Chronicle = new Chronicle(schedule, plan.Tells);
        Climate = new Climate(dice.For("climate"), plan.Without);
        Skies = new Skies(schedule, Climate, dice.For("skies"), Chronicle);
        Bus = new Bus(schedule, Climate, dice.For("bus"), Chronicle, () => Fleet!.Anybody());
        Front = new Front(schedule, Chronicle, () => Fleet!.Anybody());
        Webhooks = new Webhooks(schedule, Front, Climate, dice.For("webhooks"), Chronicle);
        Carrier = new Carrier(schedule, Climate, dice.For("carrier"), Chronicle, Webhooks);
        Fleet = new Fleet(
            schedule, Climate, dice.For("fleet"), Chronicle, name => new Instance(name, schedule, tables, Bus, Carrier, Skies, Climate, dice.For(name), Chronicle));
        Customers = new Customers(schedule, Carrier, firm, dice.For("customers"), plan.Events);
        Agents = new Agents(schedule, Front, firm, Ledger, dice.For("agents"));
        Laws = new Lawbook(this);
        Operator = new Operator(schedule, Front, Bus, Fleet.Anybody, Climate, dice.For("operator"), Chronicle);
    }

    public Plan Plan { get; }

    public Schedule Schedule { get; }

    public MemoryTables Tables { get; }

    public Firm Firm { get; }

    public Chronicle Chronicle { get; }

    public Climate Climate { get; }

    public Skies Skies { get; }

    public Bus Bus { get; }

    public Front Front { get; }

    public Webhooks Webhooks { get; }

    public Carrier Carrier { get; }

    public Fleet Fleet { get; }

    public Ledger Ledger { get; } = new();

    public Customers Customers { get; }

    public Agents Agents { get; }

    public Operator Operator { get; }

    public Lawbook Laws { get; }

    public static World Make(Plan plan)
    {
        var schedule = new Schedule();
        var dice = new Dice(plan.Seed);
        var tables = new MemoryTables(clock: new InstanceClock(schedule, schedule.World, TimeSpan.Zero));
        var firm = new Firm(dice.For("firm"));
        firm.SetUpAsync(tables).GetAwaiter().GetResult();
        return new World(plan, schedule, dice, tables, firm);
    }

    public void Dispose() => Fleet.Dispose();
}

/// <summary>Which run it is to be.</summary>
/// <param name="Events">How many messages customers write.</param>
/// <param name="Without">What does not go wrong in it, though it would.</param>
/// <param name="Tells">Whether somebody wants to read what happened.</param>
internal sealed record Plan(ulong Seed, int Events = Plan.UsualEvents, bool Tells = false)
{
    public const int UsualEvents = 200;

    /// <summary>How somebody asks for the same again.</summary>
    public string Command => string.Create(CultureInfo.InvariantCulture, $"--seed {Seed}")
        + (Events == UsualEvents ? "" : string.Create(CultureInfo.InvariantCulture, $" --events {Events}"))
        + (Without.Count == 0 ? "" : $" --without {string.Join(',', Without.Order())}");

    public IReadOnlySet<Ill> Without { get; init; } = new HashSet<Ill>();
}
