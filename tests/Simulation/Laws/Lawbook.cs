using Interactions.Functions.Storage;

namespace Interactions.Simulation.Laws;

/// <summary>What must hold, whatever goes wrong. Each law watches what it is about, and the first that is broken ends the run.</summary>
internal sealed class Lawbook
{
    private readonly World _world;
    private readonly Archive _archive;
    private readonly OutboundLaws _outbound;
    private readonly InboundLaws _inbound;

    public Lawbook(World world)
    {
        _world = world;
        _archive = new Archive(world.Schedule);
        _inbound = new InboundLaws(world, _archive);
        _outbound = new OutboundLaws(world, _archive);
        Costs = new Costs(world);
        var desks = new DeskLaws(world);
        var offers = new OfferLaws(world);
        var timers = new TimerLaws(world);
        world.Tables.Rows(TableNames.Conversations).Written = changes =>
        {
            var conversation = _archive.Keep(changes);
            RecordLaws.Check(conversation);
            _inbound.Check(conversation);
            OutboundLaws.Check(conversation);
            offers.Check(conversation);
            timers.Check(conversation);
            Costs.Note(conversation);
            States.Note(conversation);
        };
        world.Tables.Rows(TableNames.Agents).Written = desks.Check;
        world.Carrier.GoesOut += _outbound.Check;
        world.Carrier.GoesOut += new TurnLaws(_archive).Check;
        world.Webhooks.Acknowledged += _inbound.Check;
    }

    public Costs Costs { get; }

    public States States { get; } = new();

    /// <summary>Nothing is open, and nothing has happened for so long that nothing more will.</summary>
    public bool IsAllOver => _archive.IsQuiet && _world.Bus.DeadLetters.Count == 0;

    /// <summary>While nobody does anything, everything that is shown is as it is.</summary>
    public void CheckAtRest() => IndexLaws.Check(_world, _archive);

    /// <summary>At the end nothing is left to be done.</summary>
    public void CheckAtTheEnd()
    {
        EndLaws.Check(_world, _archive);
        SweepLaws.Check(_world);
        IndexLaws.Check(_world, _archive);
        _inbound.CheckAtTheEnd();
        _outbound.CheckAtTheEnd();
    }
}
