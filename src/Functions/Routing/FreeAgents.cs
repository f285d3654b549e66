using Interactions.Domain.Interactions;
using Interactions.Domain.Policies;
using Interactions.Domain.Routing;
using Interactions.Domain.Values;
using Interactions.Functions.Commit;

namespace Interactions.Functions.Routing;

/// <summary>Who has room for one type of work in a queue, the first to be asked first. Read as far as needed, and kept in order while they get something.</summary>
internal sealed class FreeAgents(InteractionType type, IAsyncEnumerable<Candidate> source) : IAsyncDisposable
{
    private readonly IAsyncEnumerator<Candidate> _source = source.GetAsyncEnumerator();
    private readonly HashSet<AgentId> _met = [];
    private readonly List<Candidate> _asRead = [];

    // Those who got something since they were read, and still have room.
    private readonly List<Candidate> _asked = [];

    public async Task<bool> AnyAsync() => _asked.Count > 0 || _asRead.Count > 0 || await ReadAsync();

    /// <summary>The first who can be asked; not those who were in vain.</summary>
    public async Task<Candidate?> FirstAsync(Waiter waiter, Policy policy, IReadOnlySet<AgentId> inVain)
    {
        for (var (read, asked) = (0, 0); ;)
        {
            var next = read < _asRead.Count || await ReadAsync() ? _asRead[read] : null;
            if (asked < _asked.Count && (next is null || ComesBefore(_asked[asked], next)))
                next = _asked[asked++];
            else
                read++;

            if (next is null)
                return null;
            if (!inVain.Contains(next.Stored.Desk.Agent) && Choice.Fits(waiter, next.Stored.Desk, policy))
                return next;
        }
    }

    /// <summary>Somebody's desk is not as it was: they go behind those who have less on, or away.</summary>
    public void Reorder(Candidate changed, Policy policy)
    {
        _met.Add(changed.Stored.Desk.Agent);
        _asRead.RemoveAll(each => each.Stored.Desk.Agent == changed.Stored.Desk.Agent);
        _asked.RemoveAll(each => each.Stored.Desk.Agent == changed.Stored.Desk.Agent);
        if (!changed.Stored.Desk.CanTake(type, policy))
            return;

        var place = _asked.FindIndex(each => ComesBefore(changed, each));
        _asked.Insert(place < 0 ? _asked.Count : place, changed);
    }

    public ValueTask DisposeAsync() => _source.DisposeAsync();

    private static bool ComesBefore(Candidate one, Candidate other)
    {
        var (first, second) = (one.Stored.Desk.Standing, other.Stored.Desk.Standing);
        return first.Load < second.Load || (first.Load == second.Load && first.IdleSince < second.IdleSince);
    }

    private async Task<bool> ReadAsync()
    {
        while (await _source.MoveNextAsync())
        {
            if (!_met.Add(_source.Current.Stored.Desk.Agent))
                continue;
            _asRead.Add(_source.Current);
            return true;
        }

        return false;
    }
}
