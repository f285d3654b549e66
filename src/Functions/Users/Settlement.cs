using System.Collections.Immutable;
using Azure;
using Interactions.Domain.Values;
using Interactions.Functions.Storage.Users;

namespace Interactions.Functions.Users;

/// <summary>
/// Finishes what storing a user began: claims and profiles come to show what the user's row says. Done twice it is done once,
/// so whoever finds something unfinished finishes it.
/// </summary>
internal sealed class Settlement(UserStore users, AddressClaims claims, ProfileLinks links)
{
    /// <summary>The user with nothing unfinished; null where there is none, or none any more.</summary>
    public async Task<(StoredUser User, ETag ETag)?> FindSettledAsync(UserId id, CancellationToken cancellationToken)
    {
        while (await users.FindAsync(id, cancellationToken) is { } found)
        {
            if (found.User.IsSettled)
                return found;
            await SettleAsync(found.User, found.ETag, cancellationToken);
        }

        return null;
    }

    /// <summary>
    /// Claims an address for a user whose row will list it. The user who has it already, with nothing unfinished, or null where it
    /// is claimed.
    /// </summary>
    public async Task<UserId?> TakeAsync(Address address, UserId user, bool share, CancellationToken cancellationToken)
    {
        if (await claims.TakeAsync(address, user, share, cancellationToken) is not { } owner)
            return null;

        // It may turn out to have lost it, or to be what an earlier attempt at this very request left behind.
        await FindSettledAsync(owner, cancellationToken);
        return await claims.TakeAsync(address, user, share, cancellationToken);
    }

    /// <summary>Takes back the claims of a user who will not be stored.</summary>
    public async Task ReleaseAsync(UserId user, IEnumerable<Address> addresses, CancellationToken cancellationToken)
    {
        foreach (var address in addresses)
            await claims.SettleAsync(address, user, cancellationToken);
    }

    private async Task SettleAsync(StoredUser stored, ETag etag, CancellationToken cancellationToken)
    {
        var lost = ImmutableArray.CreateBuilder<Address>();
        foreach (var address in stored.Next is null ? stored.Unsettled : stored.Wanted)
        {
            if (!await claims.SettleAsync(address, stored.User.Id, cancellationToken))
                lost.Add(address);
        }

        if (lost.Count > 0)
        {
            await GiveUpAsync(stored, etag, lost, cancellationToken);
            return;
        }

        if (stored.Next is { } next)
        {
            await users.ReplaceAsync(stored with { User = next, Next = null }, etag, cancellationToken);
            return;
        }

        foreach (var address in stored.Untold ? stored.Unsettled.Union(stored.User.Addresses) : stored.Unsettled)
            await links.RefreshAsync(address, cancellationToken);
        if (stored.Untold)
            await links.DescribeAsync(stored.User.Id, cancellationToken);
        await users.ReplaceAsync(stored with { Unsettled = [], Untold = false }, etag, cancellationToken);
    }

    // Somebody else was first. A change is dropped whole, a user nobody was told of goes, and nobody keeps what it cannot have.
    private async Task GiveUpAsync(StoredUser stored, ETag etag, ImmutableArray<Address>.Builder lost, CancellationToken cancellationToken)
    {
        if (stored.Next is not null)
        {
            await users.ReplaceAsync(stored with { Next = null, Unsettled = stored.Wanted, Untold = false }, etag, cancellationToken);
        }
        else if (!stored.IsUnacknowledged)
        {
            var user = stored.User with { Addresses = stored.User.Addresses.RemoveRange(lost), Version = stored.User.Version + 1 };
            await users.ReplaceAsync(stored with { User = user }, etag, cancellationToken);
        }
        else if (await users.RemoveAsync(stored, etag, cancellationToken))
        {
            await ReleaseAsync(stored.User.Id, stored.User.Addresses, cancellationToken);
        }
    }
}
