using Interactions.Functions.Http;
using Interactions.Functions.Security;
using Interactions.Functions.Storage;

namespace Interactions.Functions.Agents;

/// <summary>Lists what somebody may see of what they ask for. An index says where to look; what is shown is read from the records.</summary>
internal sealed class InteractionLists(InteractionList list, Records records, Sights sights, TimeProvider clock)
{
    // However little is found, an answer comes: with the place where to go on.
    private const int MostLookedAt = 5000;

    // Records that are read at once, also where fewer are wanted: some of them may not be what they seemed.
    private const int AtOnce = 25;

    public async Task<Page<InteractionView>> ReadAsync(
        Caller caller, ListFilter filter, int limit, Cursor? after, CancellationToken cancellationToken)
    {
        var sight = await sights.OfAsync(caller, cancellationToken);
        var (found, candidates, looked) = (new Found(limit), new List<IndexEntry>(), 0);
        await foreach (var entry in list.ReadAsync(filter.WantsOpen, filter.DaysAt(clock.GetUtcNow()), after, cancellationToken))
        {
            if (filter.MayBe(entry) && (sight.Shows(entry.Queue) || entry.Agent == caller.Id))
                candidates.Add(entry);
            var isFarEnough = ++looked == MostLookedAt;
            if (candidates.Count < AtOnce && !isFarEnough)
                continue;
            await TakeAsync(candidates, found, filter, sight, cancellationToken);
            if (found.IsMore)
                return found.Page(found.Last);
            if (isFarEnough)
                return found.Page(entry.Place);
        }

        await TakeAsync(candidates, found, filter, sight, cancellationToken);
        return found.Page(found.IsMore ? found.Last : null);
    }

    private async Task TakeAsync(
        List<IndexEntry> candidates, Found found, ListFilter filter, Sight sight, CancellationToken cancellationToken)
    {
        var read = await Task.WhenAll(candidates.Select(entry => records.FindAsync(entry.Id, cancellationToken)));
        foreach (var (record, entry) in read.Zip(candidates))
        {
            if (record is not null
                && record.Interaction.ClosedAt == entry.ClosedAt
                && filter.Takes(record.Interaction)
                && sight.Shows(record.Interaction, record.Conversation))
            {
                found.Add(InteractionView.Of(record.Interaction, record.Conversation.Profile, clock.GetUtcNow()), entry.Place);
            }
        }

        candidates.Clear();
    }

    /// <summary>As many as are wanted, and whether there are more.</summary>
    private sealed class Found(int limit)
    {
        private readonly List<InteractionView> _items = [];

        public Cursor? Last { get; private set; }

        public bool IsMore { get; private set; }

        public void Add(InteractionView item, Cursor place)
        {
            IsMore |= _items.Count == limit;
            if (IsMore)
                return;
            _items.Add(item);
            Last = place;
        }

        public Page<InteractionView> Page(Cursor? next) => new(_items, next is { } place ? Opaque.Of(place.Value) : null);
    }
}
