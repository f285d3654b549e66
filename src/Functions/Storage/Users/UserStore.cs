using Azure;
using Azure.Data.Tables;
using Interactions.Domain.Values;

namespace Interactions.Functions.Storage.Users;

/// <summary>The rows of the table <c>Users</c>.</summary>
internal sealed class UserStore(TableServiceClient storage)
{
    private readonly Table _table = new(storage, TableNames.Users);

    public async Task<(StoredUser User, ETag ETag)?> FindAsync(UserId id, CancellationToken cancellationToken) =>
        await _table.FindAsync(Keys.User(id), cancellationToken) is { } row ? (Read(row), row.ETag) : null;

    /// <summary>In the order of their ids.</summary>
    public async Task<IReadOnlyList<User>> ListAsync(UserId? after, int count, CancellationToken cancellationToken)
    {
        var users = new List<User>(count);
        await foreach (var row in _table.ScanAsync(after?.Value ?? "", count, cancellationToken))
        {
            users.Add(Read(row).User);
            if (users.Count == count)
                break;
        }

        return users;
    }

    /// <summary>False where there is a user by that id.</summary>
    public Task<bool> AddAsync(StoredUser user, CancellationToken cancellationToken) => _table.AddAsync(RowOf(user), cancellationToken);

    /// <summary>False where the user is not as it was read.</summary>
    public Task<bool> ReplaceAsync(StoredUser user, ETag expected, CancellationToken cancellationToken) =>
        _table.ReplaceAsync(RowOf(user), expected, cancellationToken);

    /// <summary>False where the user is not as it was read.</summary>
    public Task<bool> RemoveAsync(StoredUser user, ETag expected, CancellationToken cancellationToken)
    {
        var row = RowOf(user);
        row.ETag = expected;
        return _table.RemoveAsync(row, cancellationToken);
    }

    private static TableEntity RowOf(StoredUser user) => JsonRow.Of(Keys.User(user.User.Id), user, UsersJson.Default.StoredUser);

    private static StoredUser Read(TableEntity row) => JsonRow.Read(row, UsersJson.Default.StoredUser);
}
