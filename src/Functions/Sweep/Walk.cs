using Interactions.Domain.Interactions;
using Interactions.Domain.Values;
using Interactions.Functions.Commit;
using Interactions.Functions.Hosting;
using Interactions.Functions.Storage;

namespace Interactions.Functions.Sweep;

/// <summary>
/// Goes through all that is open, part after part, and has looked at what is due or doubtful. What is listed nowhere as open and shown
/// nevertheless belongs to the part in which it would be listed.
/// </summary>
internal sealed class Walk(Indexes indexes, Overdue overdue, Mending mending, TimeProvider clock)
{
    private const int AtOnce = 8;

    // Timers fire by their wakes, which are seconds late at most.
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(10);

    /// <param name="after">Behind which part it begins; the parts before it come last.</param>
    /// <returns>Behind which part the next one begins, where there was no time for all; null otherwise.</returns>
    public async Task<string?> RunAsync(string? after, Picture picture, Window window, Floor floor, Tally tally, Deadline deadline, CancellationToken cancellationToken)
    {
        foreach (var (from, shards) in Legs(after))
        {
            await using var rows = indexes.ActiveAsync(from, cancellationToken).GetAsyncEnumerator(cancellationToken);
            var isOne = await rows.MoveNextAsync();
            foreach (var shard in shards)
            {
                var looks = new List<Look>();
                for (; isOne && rows.Current.Shard == shard; isOne = await rows.MoveNextAsync())
                    Meet(rows.Current, picture, window, tally, looks);
                MeetUnlisted(shard, picture, looks);
                await LookAsync(looks, floor, tally, deadline, cancellationToken);

                // What is left of it has its turn again when the others had theirs.
                if (deadline.HasPassed)
                    return shard;
            }
        }

        return null;
    }

    // In one go from where the last one ended, and where that was not the end, from the beginning up to there.
    private static IEnumerable<(string From, IEnumerable<string> Shards)> Legs(string? after)
    {
        yield return (after ?? "", Keys.ActiveShards.Where(shard => string.CompareOrdinal(shard, after) > 0));
        if (after is not null)
            yield return ("", Keys.ActiveShards.Where(shard => string.CompareOrdinal(shard, after) <= 0));
    }

    private void MeetUnlisted(string shard, Picture picture, List<Look> looks)
    {
        foreach (var id in picture.Rest(id => Keys.ActiveShardOf(id) == shard))
        {
            var places = picture.Take(id);
            if (Doubts.IsDoubtful(null, places, Settled.At(clock.GetUtcNow())))
                looks.Add(new(id, null, places, IsDue: false, IsDoubtful: true));
        }
    }

    private void Meet(ActiveRow row, Picture picture, Window window, Tally tally, List<Look> looks)
    {
        tally.Look();
        var (places, now) = (picture.Take(row.Id), clock.GetUtcNow());
        var isDue = Doubts.IsDue(row, places, now - Grace);
        var isDoubtful = window.Has(row.Id, row, places) || Doubts.IsDoubtful(row, places, Settled.At(now));
        if (isDue || isDoubtful)
            looks.Add(new(row.Id, row, places, isDue, isDoubtful));
    }

    private Task LookAsync(List<Look> looks, Floor floor, Tally tally, Deadline deadline, CancellationToken cancellationToken) => Several.ForEachAsync(
        looks,
        AtOnce,
        async (look, _) =>
        {
            if (deadline.HasPassed)
                return;
            try
            {
                var hasMoved = look.IsDue && await overdue.FireAsync(look.Id, tally, cancellationToken);
                if (look.IsDoubtful || !hasMoved)
                    floor.Serve(await mending.MendAsync(look.Id, look.Row, look.Places, tally, cancellationToken), look.Id);
            }
            catch (Exception fault) when (!cancellationToken.IsCancellationRequested)
            {
                // The others are not to wait for it.
                tally.Fail(look.Id, fault);
            }
        },
        cancellationToken);

    private sealed record Look(InteractionId Id, ActiveRow? Row, Places Places, bool IsDue, bool IsDoubtful);
}
