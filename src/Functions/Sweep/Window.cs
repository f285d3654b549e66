using Interactions.Domain.Interactions;
using Interactions.Domain.Values;
using Interactions.Functions.Commit;
using Interactions.Functions.Storage;

namespace Interactions.Functions.Sweep;

/// <summary>
/// The changes that have to be held against what is stored, each once: what was announced and never stored, or stored and not cleared
/// away after, may be shown alike everywhere. By then whoever decided on it has stored it or given up.
/// </summary>
/// <param name="After">Null where none was ever looked at.</param>
/// <param name="UpTo">Included.</param>
/// <param name="Closed">What was closed since then, or was to be.</param>
internal sealed record Window(DateTimeOffset? After, DateTimeOffset UpTo, IReadOnlyList<ClosedRow> Closed)
{
    private readonly HashSet<InteractionId> _closed = [.. Closed.Select(row => row.Id)];

    private static readonly TimeSpan Over = Reservations.Overdue + TimeSpan.FromSeconds(5);

    // Whatever is open is looked at once in so long anyway.
    private static readonly TimeSpan Longest = TimeSpan.FromHours(1);

    private static readonly TimeSpan LongestAgain = TimeSpan.FromMinutes(10);

    public static async Task<Window> OpenAsync(DateTimeOffset? after, DateTimeOffset now, Indexes indexes, CancellationToken cancellationToken)
    {
        // The first one of all looks at what was closed before it, too: nobody else will.
        var from = after > now - Longest ? after.Value : now - Longest;
        var closed = await indexes.ClosedSinceAsync(from, now, cancellationToken).ToListAsync(cancellationToken);
        return new(after is null ? null : from, now - Over, closed);
    }

    /// <summary>The closings of which it is decided by now whether they are so.</summary>
    public IEnumerable<ClosedRow> Decided => Closed.Where(row => row.At <= UpTo);

    public bool Has(InteractionId id, ActiveRow? row, Places places) =>
        _closed.Contains(id)
        || (row is not null && Has(row.ChangedAt))
        || places.Waiting.Exists(each => Has(each.ChangedAt))
        || places.OnDesks.Exists(each => Has(each.Item.ChangedAt));

    /// <summary>What could not be looked at is looked at again, but not for ever.</summary>
    public DateTimeOffset CheckedUpTo(bool hasFailed) => !hasFailed ? UpTo
        : After > UpTo - LongestAgain ? After.Value
        : UpTo - LongestAgain;

    private bool Has(DateTimeOffset? changedAt) => !(changedAt > UpTo) && (After is null || changedAt > After);
}
