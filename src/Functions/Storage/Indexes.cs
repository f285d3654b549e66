using Azure.Data.Tables;
using Interactions.Domain.Interactions;
using Interactions.Domain.Values;

namespace Interactions.Functions.Storage;

/// <summary>
/// Where to look, for questions across customers. A row is a hint: it is written before the change it tells of and removed
/// after, and may tell of a change that never came. Whoever acts on one reads the conversation first.
/// </summary>
internal sealed class Indexes(TableServiceClient storage)
{
    private readonly Table _active = new(storage, TableNames.Active);
    private readonly Table _numbers = new(storage, TableNames.Numbers);
    private readonly Table _closed = new(storage, TableNames.Closed);
    private readonly Table _users = new(storage, TableNames.UserInteractions);

    /// <summary>Done twice it is the same as done once.</summary>
    public Task ApplyAsync(IndexTouch touch, CancellationToken cancellationToken) => touch switch
    {
        IndexTouch.Active active => _active.PutAsync(IndexRows.Of(active), cancellationToken),
        IndexTouch.NoLongerActive gone => _active.RemoveAsync(Keys.Active(gone.Id), cancellationToken),

        // A change that is decided again may open it under another ordinal.
        IndexTouch.Numbered numbered => _numbers.PutAsync(IndexRows.Of(numbered), cancellationToken),
        IndexTouch.UserOf user => _users.PutAsync(IndexRows.Of(user), cancellationToken),
        IndexTouch.History history => WriteHistoryAsync(history.Interaction, cancellationToken),
        _ => throw new InvalidOperationException($"No index shows a {touch.GetType().Name}."),
    };

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

    private Task WriteHistoryAsync(Interaction closed, CancellationToken cancellationToken)
    {
        var day = _closed.PutAsync(IndexRows.ByDay(closed), cancellationToken);
        return closed.OpenedFor is { } user
            ? Task.WhenAll(day, _users.PutAsync(IndexRows.ByUser(closed, user), cancellationToken))
            : day;
    }
}
