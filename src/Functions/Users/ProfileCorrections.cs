using Interactions.Domain.Interactions;
using Interactions.Domain.Values;
using Interactions.Functions.Commit;
using Interactions.Functions.Hosting;
using Interactions.Functions.Storage.Users;

namespace Interactions.Functions.Users;

/// <summary>Has a profile say what somebody knows better: whose it is, and what they are called.</summary>
internal sealed class ProfileCorrections(CommitLoop loop, UserStore users, TimeProvider clock)
{
    /// <param name="user">Somebody in the directory, or nobody.</param>
    public async Task<Decision> CorrectAsync(ProfileId profile, Actor by, Said<UserId?>? user, Said<string?>? name, Terms terms)
    {
        // Once begun it is carried out, whether or not somebody waits for the answer.
        using var limit = new CancellationTokenSource(Patience.Limit, clock);
        var told = await TraitsOfAsync(user, limit.Token);
        var decision = await loop.HandleAsync(profile, new CorrectProfile(by, user, name, told), limit.Token, terms: terms);

        // The directory may have changed before it knew that this profile has to be told.
        while (decision is not Decision.Refused && await TraitsOfAsync(user, limit.Token) is { } now && now != told)
        {
            told = now;
            await loop.HandleAsync(profile, new DescribeUser(user!.Value!.Value, now), limit.Token);
        }

        return decision;
    }

    private async Task<Traits?> TraitsOfAsync(Said<UserId?>? user, CancellationToken cancellationToken) =>
        user is { Value: { } named } ? (await users.FindAsync(named, cancellationToken))?.User.User.Traits : null;
}
