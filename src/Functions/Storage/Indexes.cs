using System.Runtime.CompilerServices;
using Azure.Data.Tables;
using Interactions.Domain.Interactions;
using Interactions.Domain.Privacy;
using Interactions.Domain.Values;

namespace Interactions.Functions.Storage;

/// <summary>
/// Where to look, for questions across customers. A row is a hint: it is written before the change it tells of and removed
/// after, and may tell of a change that never came. Whoever acts on one reads the conversation first.
/// </summary>
internal sealed class Indexes(TableServiceClient storage, TimeProvider clock)
{
    private const int LargestPage = 1000;

    // By another clock the day may be over.
    private static readonly TimeSpan ClockSkew = TimeSpan.FromMinutes(5);

    private readonly ReportStore _reports = new(storage);
    private readonly Table _active = new(storage, TableNames.Active);
    private readonly Table _numbers = new(storage, TableNames.Numbers);
    private readonly Table _closed = new(storage, TableNames.Closed);
    private readonly Table _users = new(storage, TableNames.UserInteractions);
    private readonly Table _heard = new(storage, TableNames.Heard);

    /// <summary>Done twice it is the same as done once.</summary>
    public Task ApplyAsync(IndexTouch touch, CancellationToken cancellationToken) => touch switch
    {
        IndexTouch.Active active => _active.PutAsync(IndexRows.Of(active), cancellationToken),
        IndexTouch.NoLongerActive gone => _active.RemoveAsync(Keys.Active(gone.Id), cancellationToken),

        // A change that is decided again may open it under another ordinal.
        IndexTouch.Numbered numbered => _numbers.PutAsync(IndexRows.Of(numbered), cancellationToken),
        IndexTouch.UserOf user => _users.PutAsync(IndexRows.Of(user), cancellationToken),
        IndexTouch.Heard heard => _heard.PutAsync(IndexRows.Of(heard), cancellationToken),
        IndexTouch.History history => WriteHistoryAsync(history.Interaction, cancellationToken),
        _ => throw new InvalidOperationException($"No index shows a {touch.GetType().Name}."),
    };

    /// <summary>Everything that is open, as far as the rows tell, part after part.</summary>
    /// <param name="afterShard">Behind which part.</param>
    public IAsyncEnumerable<ActiveRow> ActiveAsync(string afterShard, CancellationToken cancellationToken) =>
        _active.ScanAsync(afterShard, LargestPage, cancellationToken).Select(IndexRows.ActiveIn);

    /// <summary>Shows what is open where that is not shown, or not as it is; false where somebody else has shown it since.</summary>
    public Task<bool> ShowAsync(IndexTouch.Active active, ActiveRow? there, CancellationToken cancellationToken) => there is null
        ? _active.AddAsync(IndexRows.Of(active), cancellationToken)
        : _active.ReplaceAsync(IndexRows.Of(active), there.ETag, cancellationToken);

    /// <summary>Removes what is not open; false where somebody has shown it anew.</summary>
    public Task<bool> RemoveAsync(ActiveRow there, CancellationToken cancellationToken) =>
        _active.RemoveAsync(new TableEntity(there.Shard, there.Id.ToString()) { ETag = there.ETag }, cancellationToken);

    /// <summary>What was closed from then on, or was to be.</summary>
    public async IAsyncEnumerable<ClosedRow> ClosedSinceAsync(
        DateTimeOffset from, DateTimeOffset until, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var last = DateOnly.FromDateTime(until.UtcDateTime);
        for (var (day, after) = (DateOnly.FromDateTime(from.UtcDateTime), Keys.ClosedAt(from)); day <= last; (day, after) = (day.AddDays(1), ""))
        {
            await foreach (var row in _closed.FindAsync(Keys.ClosedOn(day) with { After = after }, LargestPage, cancellationToken))
                yield return IndexRows.ClosedIn(row);
        }
    }

    /// <summary>Shows no more that it was closed then.</summary>
    public Task RemoveHistoryAsync(ClosedRow closed, CancellationToken cancellationToken)
    {
        var day = _closed.RemoveAsync(Keys.Closed(closed.At, closed.Id), cancellationToken);
        return closed.User is { } user
            ? Task.WhenAll(day, _users.RemoveAsync(Keys.UserHistory(user, closed.At, closed.Id), cancellationToken))
            : day;
    }

    public async Task<InteractionId?> FindNumberAsync(InteractionNumber number, CancellationToken cancellationToken) =>
        await _numbers.FindAsync(Keys.Number(number), cancellationToken) is { } row ? IndexRows.IdIn(row) : null;

    /// <summary>A user's closed interactions, the newest first.</summary>
    public Task<Listing<HistoryEntry>> UserHistoryAsync(UserId user, int limit, Cursor? cursor, CancellationToken cancellationToken) =>
        _users.ListAsync(Keys.UserHistory(user, cursor), limit, IndexRows.HistoryIn, cancellationToken);

    /// <summary>The profiles that are linked to a user, or were.</summary>
    public async Task<IReadOnlyList<ProfileId>> ProfilesOfAsync(UserId user, CancellationToken cancellationToken)
    {
        var profiles = new List<ProfileId>();
        await foreach (var row in _users.FindAsync(Keys.UserProfiles(user), cancellationToken: cancellationToken))
            profiles.Add(Keys.ProfileIn(row.RowKey));
        return profiles;
    }

    /// <summary>Shows of a closed interaction no more whose it was and what was written about it. What was summed of it stays.</summary>
    public Task ForgetUserAsync(Interaction closed, CancellationToken cancellationToken) =>
        _closed.PutAsync(IndexRows.ByDay(Erasure.Of(closed)), cancellationToken);

    /// <summary>Leads from a user to nothing any more that was closed of a profile, closings that came to nothing with it.</summary>
    public async Task ForgetHistoryAsync(UserId user, ProfileId profile, ErasedPart erased, CancellationToken cancellationToken)
    {
        await foreach (var row in _users.FindAsync(Keys.UserHistory(user, after: null), cancellationToken: cancellationToken))
        {
            if (IndexRows.IdIn(row) is var id && id.Profile == profile && erased.Has(id))
                await _users.RemoveAsync(new Key(row.PartitionKey, row.RowKey), cancellationToken);
        }
    }

    public Task ForgetProfileAsync(UserId user, ProfileId profile, CancellationToken cancellationToken) =>
        _users.RemoveAsync(Keys.UserProfile(user, profile), cancellationToken);

    private async Task WriteHistoryAsync(Interaction closed, CancellationToken cancellationToken)
    {
        var day = _closed.PutAsync(IndexRows.ByDay(closed), cancellationToken);
        await (closed.OpenedFor is { } user
            ? Task.WhenAll(day, _users.PutAsync(IndexRows.ByUser(closed, user), cancellationToken))
            : day);

        // Only now: whoever sums the day once more has to find the row.
        var now = clock.GetUtcNow();
        var closedOn = DayOf(closed.ClosedAt!.Value);
        if (closedOn < DayOf(now + ClockSkew))
            await _reports.OutdateAsync(closedOn, now, cancellationToken);
    }

    private static DateOnly DayOf(DateTimeOffset moment) => DateOnly.FromDateTime(moment.UtcDateTime);
}
