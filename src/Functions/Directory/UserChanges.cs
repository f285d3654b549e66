using System.Text.Json;
using System.Text.Json.Nodes;
using Interactions.Domain.Values;
using Interactions.Functions.Http;
using Interactions.Functions.Storage.Users;

namespace Interactions.Functions.Directory;

/// <summary>Changes a user; claims and profiles follow.</summary>
internal sealed class UserChanges(UserStore users, AddressClaims claims, Settlement settlement)
{
    private const int MostAttempts = 8;

    public async Task<UserOutcome> ApplyAsync(UserId id, JsonElement patch, Preconditions preconditions, CancellationToken cancellationToken)
    {
        var tried = false;
        for (var attempt = 0; attempt < MostAttempts; attempt++)
        {
            if (await settlement.FindSettledAsync(id, cancellationToken) is not { } found)
                return Problems.NotFound("user");

            var current = found.User.User;
            if (!TryApply(patch, current, out var changed, out var share, out var problem))
                return problem;

            // Storage may have taken our own change without telling: then there is nothing left to do, and that is no conflict.
            if (TextOf(changed) == TextOf(current) && (tried || preconditions.Allow(current.Version)))
                return current;
            if (!preconditions.Allow(current.Version))
                return Problems.PreconditionFailed();

            if (await TakenAsync(current, changed, share, cancellationToken) is { } taken)
                return taken;

            tried = true;
            var touched = current.Addresses.Union(changed.Addresses).Except(current.Addresses.Intersect(changed.Addresses));
            var next = found.User with { User = changed with { Version = current.Version + 1 }, Unsettled = [.. touched] };
            if (await users.ReplaceAsync(next, found.ETag, cancellationToken))
                return await SettledAsync(current, changed, cancellationToken);
        }

        return Problems.Busy();
    }

    private async Task<UserOutcome> SettledAsync(User before, User changed, CancellationToken cancellationToken)
    {
        if (await settlement.FindSettledAsync(before.Id, cancellationToken) is not { User.User: var settled })
            return Problems.NotFound("user");

        // Somebody else finished with an address that was free a moment ago.
        foreach (var (index, address) in changed.Addresses.Index())
        {
            if (!settled.Has(address) && await OwnerOfAsync(address, cancellationToken) is { } owner)
                return Problems.AddressInUse(index, owner);
        }

        return settled;
    }

    private async Task<Problem?> TakenAsync(User current, User changed, bool share, CancellationToken cancellationToken)
    {
        foreach (var (index, address) in changed.Addresses.Index())
        {
            if (current.Has(address) || await claims.TakeAsync(address, current.Id, share, cancellationToken) is not { } owner)
                continue;
            await settlement.ReleaseAsync(current.Id, changed.Addresses.Except(current.Addresses), cancellationToken);
            return Problems.AddressInUse(index, owner);
        }

        return null;
    }

    private async Task<UserId?> OwnerOfAsync(Address address, CancellationToken cancellationToken)
    {
        await foreach (var user in claims.UsersOfAsync(address, cancellationToken))
            return user.Id;
        return null;
    }

    private static bool TryApply(JsonElement patch, User current, out User changed, out bool share, out Problem problem)
    {
        (changed, share, problem) = (current, false, null!);
        var merged = MergePatch.Apply(DocumentOf(current), patch);
        var body = Body.Read(JsonSerializer.SerializeToElement(merged, HttpJson.Default.JsonObject), DirectoryJson.Default.UserDocument);
        if (body.Value is not { } document)
        {
            problem = body.Problem!;
            return false;
        }

        share = document.ShareAddresses;
        if (UserReader.TryRead(document, current, out var read, out var wrong))
            changed = read;
        else
            problem = wrong;
        return problem is null;
    }

    private static JsonObject DocumentOf(User user) =>
        (JsonObject)JsonSerializer.SerializeToNode(UserDocument.Of(user), DirectoryJson.Default.UserDocument)!;

    private static string TextOf(User user) => DocumentOf(user).ToJsonString();
}
