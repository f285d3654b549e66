using Interactions.Domain.Interactions;
using Interactions.Domain.Policies;
using Interactions.Domain.Tests.Driver;
using Interactions.Domain.Tests.Properties;
using Interactions.Domain.Values;

namespace Interactions.Domain.Tests.VirtualTime;

/// <summary>One customer's conversation over months, and what a seed has customers, agents and supervisors do in it.</summary>
internal sealed class Life
{
    // What only time does, is left to time.
    private static readonly What[] Deeds = [.. Enum.GetValues<What>().Except([What.Sweeps, What.Wakes])];

    // Of what moves an interaction on, more.
    private static readonly What[] Often = [What.Writes, What.OffersIt, What.Accepts, What.Claims, What.Replies, What.Holds, What.Ends];

    private readonly Random _random;
    private readonly Watch _watch;
    private readonly DateTimeOffset _end;

    public Life(Policy policy, int seed, TimeSpan length, TimeSpan patience)
    {
        World = new World(policy);
        _random = new Random(seed);
        _watch = new Watch(World, patience);
        _end = The.Beginning + length;
    }

    public World World { get; }

    public int Fired => _watch.Fired;

    /// <summary>Every wake that was announced comes at its time, and nothing else looks.</summary>
    public void PassWithWakes()
    {
        for (var next = NextDeed(); next < _end; next = NextDeed())
        {
            DeliverUntil(next);
            Do(next);
        }

        DeliverUntil(DateTimeOffset.MaxValue);
    }

    /// <summary>No wake ever comes. Once a minute somebody looks at what the indexes show to be due.</summary>
    public void PassWithSweeps()
    {
        var sweep = The.Beginning;
        for (var next = NextDeed(); next < _end; next = NextDeed())
        {
            SweepUntil(ref sweep, next);
            Do(next);
        }

        SweepUntil(ref sweep, _end.AddDays(3));
    }

    // Mostly the next thing follows soon; sometimes hours or days pass.
    private DateTimeOffset NextDeed() => World.Now + TimeSpan.FromSeconds(_random.Next(10) switch
    {
        < 6 => _random.Next(1, 300),
        < 9 => _random.Next(300, 7_200),
        _ => _random.Next(7_200, 200_000),
    });

    private void Do(DateTimeOffset moment)
    {
        World.PassUntil(moment);
        _watch.NothingIsOverdue();
        var what = _random.Next(2) == 0 ? Often[_random.Next(Often.Length)] : Deeds[_random.Next(Deeds.Length)];
        World.Take(new Step(what, _random.Next(4), _random.Next(12), _random.Next(12), Seconds: 0));
        _watch.Look();
    }

    private void DeliverUntil(DateTimeOffset moment)
    {
        while (World.Bus.Count > 0 && World.Bus.Min(wake => wake.Due) is var due && due <= moment)
        {
            World.PassUntil(due > World.Now ? due : World.Now);
            _watch.NothingIsOverdue();
            _watch.Fire(World.Bus.MinBy(wake => wake.Due)!.Id, World.DeliverNext);
            _watch.NoWakeIsDoubled();
        }
    }

    private void SweepUntil(ref DateTimeOffset sweep, DateTimeOffset moment)
    {
        for (; sweep <= moment; sweep += TimeSpan.FromMinutes(1))
        {
            if (sweep < World.Now)
                continue;
            World.PassUntil(sweep);
            foreach (var id in World.SeenBySweep())
                _watch.Fire(id, () => World.Give(new FireTimers(id)));
            _watch.NothingIsOverdue();
        }
    }
}
