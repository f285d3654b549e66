using Interactions.Functions.Http;
using Interactions.Functions.Security;
using Interactions.Functions.Storage;

namespace Interactions.Functions.Agents;

/// <summary>Lists what somebody may see of what they ask for. An index says where to look; what is shown is read from the records.</summary>
internal sealed class InteractionLists(InteractionList list, Records records, Sights sights, TimeProvider clock)
{
    // However little is found, an answer comes: with the place where to go on.
    private const int MostLookedAt = 5000;

    public async Task<Page<InteractionView>> ReadAsync(
        Caller caller, ListFilter filter, int limit, Cursor? after, CancellationToken cancellationToken)
    {
        var sight = await sights.OfAsync(caller, cancellationToken);
        var (items, candidates, looked) = (new List<InteractionView>(), new List<IndexEntry>(), 0);
        Cursor? last = null;
        await foreach (var entry in list.ReadAsync(filter.WantsOpen, filter.DaysAt(clock.GetUtcNow()), after, cancellationToken))
        {
            if (items.Count == limit || looked == MostLookedAt)
                return new(items, Opaque.Of(last!.Value.Value));
            looked++;
            last = entry.Place;
            if (filter.MayBe(entry) && (sight.Shows(entry.Queue) || entry.Agent == caller.Id))
                candidates.Add(entry);
            if (items.Count + candidates.Count == limit || looked == MostLookedAt)
                await MoveAsync(candidates, items, filter, sight, cancellationToken);
        }

        await MoveAsync(candidates, items, filter, sight, cancellationToken);
        return new(items, null);
    }

    private async Task MoveAsync(
        List<IndexEntry> candidates, List<InteractionView> items, ListFilter filter, Sight sight, CancellationToken cancellationToken)
    {
        var found = await Task.WhenAll(candidates.Select(async entry => (Entry: entry, Record: await records.FindAsync(entry.Id, cancellationToken))));
        items.AddRange(
            from each in found
            where each.Record is { } record
                && record.Interaction.ClosedAt == each.Entry.ClosedAt
                && filter.Takes(record.Interaction)
                && sight.Shows(record.Interaction, record.Conversation)
            select InteractionView.Of(each.Record!.Interaction, each.Record.Conversation.Profile, clock.GetUtcNow()));
        candidates.Clear();
    }
}
