namespace Interactions.Simulation.Time;

/// <summary>
/// Everything that happens, one thing after another on one thread: what is due first comes first, and of what is due at the same time
/// what was said first. No time passes but from one thing to the next.
/// </summary>
internal sealed class Schedule
{
    public static readonly DateTimeOffset Beginning = new(2031, 3, 4, 9, 0, 0, TimeSpan.Zero);

    private readonly PriorityQueue<Step, (long At, long Order)> _steps = new();
    private readonly Thread _thread = Thread.CurrentThread;
    private long _order;

    public Schedule() => World = new Course(this, Life.Endless);

    /// <summary>Since the beginning.</summary>
    public TimeSpan Elapsed { get; private set; }

    public DateTimeOffset Now => Beginning + Elapsed;

    /// <summary>Where people, storage, bus and carrier go on, whoever dies.</summary>
    public Course World { get; }

    /// <summary>How much has happened.</summary>
    public long Steps { get; private set; }

    /// <summary>Nobody waits for anything any more, or it is later than that.</summary>
    public bool RunNext(TimeSpan until)
    {
        if (!_steps.TryPeek(out _, out var first) || first.At > until.Ticks)
        {
            Elapsed = until > Elapsed ? until : Elapsed;
            return false;
        }

        var step = _steps.Dequeue();
        Elapsed = new TimeSpan(first.At);
        Steps++;
        if (step.Course.Life.IsOver)
            return true;
        SynchronizationContext.SetSynchronizationContext(step.Course);
        step.Act(step.State);
        return true;
    }

    public void Add(Course course, TimeSpan after, SendOrPostCallback act, object? state)
    {
        if (Thread.CurrentThread != _thread)
            throw new InvalidOperationException("Something goes on beside the schedule: it would not happen the same way again.");
        _steps.Enqueue(new(course, act, state), ((Elapsed + (after > TimeSpan.Zero ? after : TimeSpan.Zero)).Ticks, _order++));
    }

    private readonly record struct Step(Course Course, SendOrPostCallback Act, object? State);
}

/// <summary>Who is alive: what they still had to do does not happen once they are not.</summary>
internal sealed class Life
{
    public static readonly Life Endless = new();

    public bool IsOver { get; private set; }

    public void End()
    {
        if (this == Endless)
            throw new InvalidOperationException("The world does not end.");
        IsOver = true;
    }
}

/// <summary>Brings whatever was awaited back into the schedule, on behalf of whoever awaited it.</summary>
internal sealed class Course(Schedule schedule, Life life) : SynchronizationContext
{
    public Life Life => life;

    public void After(TimeSpan delay, Action act) => schedule.Add(this, delay, static act => ((Action)act!)(), act);

    /// <summary>What goes wrong in it ends the run, and is not lost.</summary>
#pragma warning disable MA0147, VSTHRD101, AsyncFixer03 // Through the schedule it comes out where the run is run.
    public void Begin(TimeSpan delay, Func<Task> act) => After(delay, async () => await act());
#pragma warning restore MA0147, VSTHRD101, AsyncFixer03

    public void Now(Action act) => After(TimeSpan.Zero, act);

    public override void Post(SendOrPostCallback d, object? state) => schedule.Add(this, TimeSpan.Zero, d, state);

    public override void Send(SendOrPostCallback d, object? state) => throw new NotSupportedException("Nobody waits for anybody without awaiting.");

    public override SynchronizationContext CreateCopy() => this;

    public Task WaitAsync(TimeSpan delay)
    {
        var done = new TaskCompletionSource();
        After(delay, done.SetResult);
        return done.Task;
    }
}
