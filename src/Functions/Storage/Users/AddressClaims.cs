using System.Runtime.CompilerServices;
using Azure.Data.Tables;
using Interactions.Domain.Values;

namespace Interactions.Functions.Storage.Users;

/// <summary>
/// Whose an address is. A claim counts only while its user's own row lists the address, as the user's or as what it is about to
/// get: what a crash left behind, and what nobody finished yet, may be taken over. Whoever wrote the user's row therefore
/// settles afterwards, and may learn then that somebody else was first.
/// </summary>
internal sealed class AddressClaims(TableServiceClient storage, UserStore users)
{
    private const int MostAttempts = 32;
    private const string Owner = "User";

    private readonly Table _table = new(storage, TableNames.UserAddresses);

    /// <summary>Claims an address for a user whose row will list it. The user who has it already, or null where it is claimed.</summary>
    public async Task<UserId?> TakeAsync(Address address, UserId user, bool share, CancellationToken cancellationToken)
    {
        if (share)
        {
            await _table.PutAsync(RowOf(Keys.AddressSharer(address, user), user), cancellationToken);
            return null;
        }

        if (await TakeAloneAsync(address, user, cancellationToken) is { } owner)
            return owner;
        await foreach (var other in UsersOfAsync(address, cancellationToken))
        {
            if (other.Id != user)
                return other.Id;
        }

        return null;
    }

    /// <summary>Makes the claim agree with what the user's row says now. False where the address is somebody else's after all.</summary>
    public async Task<bool> SettleAsync(Address address, UserId user, CancellationToken cancellationToken)
    {
        if (!await IsOfAsync(user, address, cancellationToken))
        {
            await ReleaseAsync(Keys.AddressSharer(address, user), address, user, cancellationToken);
            await ReleaseAsync(Keys.AddressOwner(address), address, user, cancellationToken);
            return true;
        }

        return await _table.FindAsync(Keys.AddressSharer(address, user), cancellationToken) is not null
            || await TakeAloneAsync(address, user, cancellationToken) is null;
    }

    /// <summary>Every user who has the address.</summary>
    public IAsyncEnumerable<User> UsersOfAsync(Address address, CancellationToken cancellationToken) =>
        UsersOfAsync(ProfileId.Of(address), cancellationToken);

    public async IAsyncEnumerable<User> UsersOfAsync(
        ProfileId profile, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var seen = new HashSet<UserId>();
        await foreach (var claim in _table.FindAsync(Keys.UsersOf(profile), cancellationToken: cancellationToken))
        {
            if (OwnerOf(claim) is { } id
                && seen.Add(id)
                && await users.FindAsync(id, cancellationToken) is { User.User: var user }
                && user.Addresses.Any(address => ProfileId.Of(address) == profile))
            {
                yield return user;
            }
        }
    }

    // Writes the row even where it is ours: nobody who found it worthless a moment ago can take it over then.
    private async Task<UserId?> TakeAloneAsync(Address address, UserId user, CancellationToken cancellationToken)
    {
        var row = RowOf(Keys.AddressOwner(address), user);
        for (var attempt = 0; attempt < MostAttempts; attempt++)
        {
            if (await _table.FindAsync(Keys.AddressOwner(address), cancellationToken) is not { } claim)
            {
                if (await _table.AddAsync(row, cancellationToken))
                    return null;
                continue;
            }

            if (OwnerOf(claim) is { } owner && owner != user && await IsOfAsync(owner, address, cancellationToken))
                return owner;
            if (await _table.ReplaceAsync(row, claim.ETag, cancellationToken))
                return null;
        }

        throw new StorageUnavailableException();
    }

    // The row is looked at between reading the claim and removing it: a claim that somebody renewed meanwhile stays.
    private async Task ReleaseAsync(Key key, Address address, UserId user, CancellationToken cancellationToken)
    {
        if (await _table.FindAsync(key, cancellationToken) is { } claim
            && OwnerOf(claim) == user
            && !await IsOfAsync(user, address, cancellationToken))
        {
            await _table.RemoveAsync(claim, cancellationToken);
        }
    }

    private async Task<bool> IsOfAsync(UserId user, Address address, CancellationToken cancellationToken) =>
        await users.FindAsync(user, cancellationToken) is { } stored && stored.User.Holds(address);

    private static TableEntity RowOf(Key key, UserId user) => new(key.Partition, key.Row) { [Owner] = user.Value };

    private static UserId? OwnerOf(TableEntity claim) => UserId.TryParse(claim.GetString(Owner), null, out var user) ? user : null;
}
