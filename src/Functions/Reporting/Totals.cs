using Interactions.Functions.Storage;

namespace Interactions.Functions.Reporting;

/// <summary>Figures of queues or agents, each by its id.</summary>
internal sealed class Totals
{
    private readonly SortedDictionary<string, Figures> _byId = new(StringComparer.Ordinal);

    public IEnumerable<Figures> All => _byId.Values;

    public Figures Of(string id)
    {
        if (!_byId.TryGetValue(id, out var figures))
            _byId[id] = figures = new Figures { Id = id };
        return figures;
    }

    public void Add(IEnumerable<Figures> others)
    {
        foreach (var other in others)
            Of(other.Id).Add(other);
    }

    public static Totals ByQueue(IEnumerable<ClosedCase> cases)
    {
        var totals = new Totals();
        foreach (var closed in cases)
            totals.Of(closed.Queue.Value).AddForQueue(closed);
        return totals;
    }

    public static Totals ByAgent(IEnumerable<ClosedCase> cases)
    {
        var totals = new Totals();
        foreach (var closed in cases)
        {
            if (closed.Agent is { } last)
                totals.Of(last.Value).AddClosing(closed);
            foreach (var share in closed.Tally.Shares)
                totals.Of(share.Agent.Value).Add(share);
        }

        return totals;
    }
}

/// <summary>The same cases, seen both ways.</summary>
internal sealed record DayTotals(Totals Queues, Totals Agents)
{
    public static DayTotals Of(IReadOnlyCollection<ClosedCase> cases) => new(Totals.ByQueue(cases), Totals.ByAgent(cases));
}
