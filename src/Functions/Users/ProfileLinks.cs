using System.Collections.Immutable;
using Interactions.Domain.Interactions;
using Interactions.Domain.Values;
using Interactions.Functions.Commit;
using Interactions.Functions.Storage;
using Interactions.Functions.Storage.Users;

namespace Interactions.Functions.Users;

/// <summary>Tells profiles whose they are and what is known of that user, so that a webhook need not ask.</summary>
internal sealed class ProfileLinks(AddressClaims claims, UserStore users, Indexes indexes, CommitLoop loop)
{
    /// <summary>Tells the profile of an address which users have it.</summary>
    public async Task RefreshAsync(Address address, CancellationToken cancellationToken)
    {
        var told = await MatchAsync(address, cancellationToken);
        while (true)
        {
            await loop.HandleAsync(ProfileId.Of(address), told, cancellationToken);

            // Two who change the same address at once may tell it in the wrong order: whoever was last looks again.
            var now = await MatchAsync(address, cancellationToken);
            if (now.Users.SequenceEqual(told.Users) && now.Traits == told.Traits)
                return;
            told = now;
        }
    }

    /// <summary>Tells every profile of a user what is known of them, those that somebody linked by hand too.</summary>
    public async Task DescribeAsync(UserId user, CancellationToken cancellationToken)
    {
        foreach (var profile in await indexes.ProfilesOfAsync(user, cancellationToken))
        {
            var told = await TraitsOfAsync(user, cancellationToken);
            while (told is not null)
            {
                await loop.HandleAsync(profile, new DescribeUser(user, told), cancellationToken);
                var now = await TraitsOfAsync(user, cancellationToken);
                if (now == told)
                    break;
                told = now;
            }
        }
    }

    private async Task<MatchUsers> MatchAsync(Address address, CancellationToken cancellationToken)
    {
        var found = ImmutableArray.CreateBuilder<User>();
        await foreach (var user in claims.UsersOfAsync(address, cancellationToken))
            found.Add(user);
        return new(address, [.. found.Select(user => user.Id)], found is [var only] ? only.Traits : null);
    }

    private async Task<Traits?> TraitsOfAsync(UserId user, CancellationToken cancellationToken) =>
        (await users.FindAsync(user, cancellationToken))?.User.User.Traits;
}
