using System.Collections.Immutable;
using Interactions.Domain.Interactions;
using Interactions.Domain.Values;
using Interactions.Functions.Commit;
using Interactions.Functions.Storage.Users;

namespace Interactions.Functions.Users;

/// <summary>Tells a profile which users have its address, so that a webhook need not ask.</summary>
internal sealed class ProfileLinks(AddressClaims claims, CommitLoop loop)
{
    public async Task RefreshAsync(Address address, CancellationToken cancellationToken)
    {
        var told = await UsersOfAsync(address, cancellationToken);
        while (true)
        {
            await loop.HandleAsync(ProfileId.Of(address), new MatchUsers(address, told), cancellationToken);

            // Two who change the same address at once may tell it in the wrong order: whoever was last looks again.
            var now = await UsersOfAsync(address, cancellationToken);
            if (now.SequenceEqual(told))
                return;
            told = now;
        }
    }

    private async Task<ImmutableArray<UserId>> UsersOfAsync(Address address, CancellationToken cancellationToken)
    {
        var users = ImmutableArray.CreateBuilder<UserId>();
        await foreach (var user in claims.UsersOfAsync(address, cancellationToken))
            users.Add(user.Id);
        return users.ToImmutable();
    }
}
