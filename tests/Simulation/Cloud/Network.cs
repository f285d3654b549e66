using Interactions.Simulation.Chance;
using Interactions.Simulation.Telling;
using Interactions.Simulation.Time;

namespace Interactions.Simulation.Cloud;

/// <summary>The way from one instance to storage, bus and carrier: each call there may be slow, fail before or after it is done, or be the last.</summary>
internal sealed class Network(Schedule schedule, Course course, Climate climate, Dice dice, Chronicle chronicle, Action<string> crash)
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(4);

    /// <summary>How each part of the cloud says that it failed, was not reached, or turned the call away.</summary>
    /// <param name="IsAway">Whether it is away at this time.</param>
    /// <param name="Repeats">Whether a call is repeated beneath whoever made it.</param>
    internal sealed record Way(Side Side, Func<bool> IsAway, Func<Exception> Unclear, Func<Exception> NotReached, Func<Exception> Throttled, bool Repeats);

    public async Task PassAsync(Way way, string name, Action call, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var (there, back) = (Travel(), Travel());
        var done = new TaskCompletionSource();
        using var hangingUp = cancellationToken.CanBeCanceled
            ? cancellationToken.UnsafeRegister(_ => done.TrySetCanceled(cancellationToken), null)
            : default;
        var errand = chronicle.Asks(way.Side, name);
        if (way.IsAway())
            Suffer(Ill.Outage, name, there, () => done.TrySetException(way.NotReached()));
        else if (dice.Chance(climate.Of(Ill.Throttled, 0.004)))
            Suffer(Ill.Throttled, name, there, () => done.TrySetException(way.Throttled()));
        else if (dice.Chance(climate.Of(Ill.FailsBefore, 0.004)))
            Suffer(Ill.FailsBefore, name, there, () => done.TrySetException(dice.Chance(0.5) ? way.NotReached() : way.Unclear()));
        else
            schedule.World.After(there, () => Arrive(way, name, call, back, done, errand));
        await done.Task;
    }

    // It is there by now, whatever became of whoever sent it.
    private void Arrive(Way way, string name, Action call, TimeSpan back, TaskCompletionSource done, Errand? errand)
    {
        var dies = dice.Chance(climate.Of(Ill.Crash, 0.0006));
        if (dies && dice.Chance(0.5))
        {
            Die(name, "before");
            return;
        }

        Exception? refused = null;
        chronicle.Does(way.Side, name, errand);
        try
        {
            call();
            if (way.Repeats && dice.Chance(climate.Of(Ill.Repeated, 0.004)))
            {
                chronicle.Suffered(Ill.Repeated, name);
                call();
            }
        }
        catch (Exception fault) when (fault is not LawBrokenException)
        {
            refused = fault;
        }

        if (dies)
            Die(name, "after");
        else if (dice.Chance(climate.Of(Ill.FailsAfter, 0.004)))
            Suffer(Ill.FailsAfter, name, back, () => done.TrySetException(way.Unclear()));
        else if (refused is not null)
            course.After(back, () => done.TrySetException(refused));
        else
            course.After(back, () => done.TrySetResult());
    }

    private void Die(string name, string when)
    {
        chronicle.Suffered(Ill.Crash, name);
        crash($"{when} {name}");
    }

    private void Suffer(Ill ill, string name, TimeSpan after, Action end)
    {
        chronicle.Suffered(ill, name);
        course.After(after, end);
    }

    private TimeSpan Travel()
    {
        if (dice.Chance(climate.Of(Ill.Slow, 0.004)))
        {
            chronicle.Suffered(Ill.Slow, "a call");
            return dice.Between(TimeSpan.FromMilliseconds(200), Longest);
        }

        return TimeSpan.FromMicroseconds(500 + dice.Below(4_000));
    }
}

internal enum Side
{
    Storage,
    Bus,
    Carrier,
}
