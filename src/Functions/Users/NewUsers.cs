using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text.Json;
using Interactions.Domain.Values;
using Interactions.Functions.Commit;
using Interactions.Functions.Http;
using Interactions.Functions.Storage.Users;

namespace Interactions.Functions.Users;

/// <summary>
/// Stores a new user: the claims first, then the row, then what follows from it. A crash in between leaves claims that count for
/// nothing, or a row that the same request, repeated, finishes.
/// </summary>
internal sealed class NewUsers(UserStore users, Settlement settlement, TimeProvider clock)
{
    private const int MostAttempts = 8;

    public async Task<UserOutcome> CreateAsync(UserId id, NewUserDocument document, CancellationToken cancellationToken)
    {
        var blank = new User
        {
            Id = id,
            Addresses = [],
            Attributes = ImmutableSortedDictionary<string, string>.Empty,
            CreatedAt = clock.GetUtcNow(),
            Version = 1,
        };
        if (!UserReader.TryRead(document, blank, out var user, out var problem))
            return problem;

        // Who lost an address to somebody who lost it in turn tries again.
        var stored = new StoredUser(user, HashOf(document), user.Addresses);
        for (var attempt = 1; attempt < MostAttempts; attempt++)
        {
            if (await TryAsync(stored, document, cancellationToken) is { } outcome)
                return outcome;
            await Task.Delay(Jitter.Before(attempt, clock), clock, cancellationToken);
        }

        return Problems.Busy();
    }

    private async Task<UserOutcome?> TryAsync(StoredUser stored, NewUserDocument document, CancellationToken cancellationToken)
    {
        var user = stored.User;
        if (await users.FindAsync(user.Id, cancellationToken) is null)
        {
            if (await TakenAsync(user, document.ShareAddresses, cancellationToken) is { } taken)
            {
                await settlement.ReleaseAsync(user.Id, user.Addresses, cancellationToken);
                return taken;
            }

            await users.AddAsync(stored, cancellationToken);
        }

        return await SettledAsync(stored, document, cancellationToken);
    }

    private async Task<UserOutcome?> SettledAsync(StoredUser stored, NewUserDocument document, CancellationToken cancellationToken)
    {
        if (await settlement.FindSettledAsync(stored.User.Id, cancellationToken) is not { User: var settled })
            return await TakenAsync(stored.User, document.ShareAddresses, cancellationToken) is { } taken ? (UserOutcome?)taken : null;
        if (settled.Request == stored.Request)
            return settled.User;
        return document.Id is null ? Problems.KeyReused() : Problems.UserExists(settled.User.Id);
    }

    private async Task<Problem?> TakenAsync(User user, bool share, CancellationToken cancellationToken)
    {
        foreach (var (index, address) in user.Addresses.Index())
        {
            if (await settlement.TakeAsync(address, user.Id, share, cancellationToken) is { } owner)
                return Problems.AddressInUse(index, owner);
        }

        return null;
    }

    private static string HashOf(NewUserDocument document) =>
        Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(document, DirectoryJson.Default.NewUserDocument)));
}
