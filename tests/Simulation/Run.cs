using Interactions.Simulation.Telling;
using Interactions.Simulation.Time;

namespace Interactions.Simulation;

/// <summary>One run from its beginning to its end: things go wrong while customers write, and then nothing does until all is done.</summary>
internal sealed class Run
{
    // By then whatever a timer, a sweep or a second attempt can do has been done.
    private static readonly TimeSpan Quiet = TimeSpan.FromMinutes(90);

    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(5.5);

    public static Outcome Of(Plan plan)
    {
        var before = SynchronizationContext.Current;
        using var world = World.Make(plan);
        try
        {
            Go(world);
            return Outcome.Of(world, broken: null);
        }
        catch (LawBrokenException broken)
        {
            return Outcome.Of(world, broken.Message);
        }
        finally
        {
            SynchronizationContext.SetSynchronizationContext(before);
        }
    }

    /// <summary>Throws where a law is broken.</summary>
    public static void Go(World world)
    {
        var schedule = world.Schedule;
        world.Fleet.Begin();
        world.Skies.Begin();
        world.Operator.Begin();
        world.Operator.BeginReconciling();
        RunUntil(schedule, TimeSpan.FromSeconds(30));
        world.Climate.Begin();
        world.Agents.Begin();
        world.Customers.Begin();
        while (!world.Customers.AreDone && schedule.RunNext(TimeSpan.FromDays(1)))
        {
        }

        RunUntil(schedule, schedule.Elapsed + TimeSpan.FromMinutes(1));
        world.Chronicle.Tell($"From now on nothing goes wrong.");
        world.Climate.Calm();
        world.Skies.Clear();
        world.Agents.AreDiligent = true;
        Rest(world);
        schedule.World.Begin(TimeSpan.Zero, world.Operator.TidyAsync);
        for (var end = schedule.Elapsed + Quiet; schedule.Elapsed < end && !world.Laws.IsAllOver;)
            RunUntil(schedule, schedule.Elapsed + TimeSpan.FromMinutes(1));
        world.Laws.CheckAtTheEnd();
    }

    // Nobody does anything for some sweeps, and then everybody has come to rest.
    private static void Rest(World world)
    {
        world.Agents.ArePausing = true;
        RunUntil(world.Schedule, world.Schedule.Elapsed + Pause);
        while (!world.Fleet.IsIdle)
            world.Schedule.RunNext(TimeSpan.MaxValue);
        world.Laws.CheckAtRest();
        world.Agents.ArePausing = false;
    }

    private static void RunUntil(Schedule schedule, TimeSpan until)
    {
        while (schedule.RunNext(until))
        {
        }
    }
}
