using System.Text.Json;
using System.Text.Json.Nodes;
using Interactions.Domain.Values;
using Interactions.Functions.Commit;
using Interactions.Functions.Http;
using Interactions.Functions.Storage.Users;

namespace Interactions.Functions.Users;

/// <summary>Changes a user, wholly or not at all; claims and profiles follow.</summary>
internal sealed class UserChanges(UserStore users, Settlement settlement, TimeProvider clock)
{
    private const int MostAttempts = 24;

    public async Task<UserOutcome> ApplyAsync(UserId id, JsonElement patch, Preconditions preconditions, CancellationToken cancellationToken)
    {
        var tried = false;
        for (var attempt = 0; attempt < MostAttempts; attempt++)
        {
            if (attempt > 0)
                await Task.Delay(Jitter.Before(attempt, clock), clock, cancellationToken);
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
            var next = NextOf(found.User, changed with { Version = current.Version + 1 });
            if (!await users.ReplaceAsync(next, found.ETag, cancellationToken))
                continue;
            if (await settlement.FindSettledAsync(id, cancellationToken) is not { User.User: var settled })
                return Problems.NotFound("user");

            // Otherwise somebody else was first with an address that was free a moment ago: who that is shows when it is tried again.
            if (next.Wanted.All(settled.Has))
                return settled;
        }

        return Problems.Busy();
    }

    private static StoredUser NextOf(StoredUser stored, User changed)
    {
        var (before, after) = (stored.User.Addresses, changed.Addresses);
        var next = stored with
        {
            Next = changed,
            Unsettled = [.. before.Except(after), .. after.Except(before)],
            Untold = changed.Traits != stored.User.Traits,
        };
        return next.Wanted.IsEmpty ? next with { User = changed, Next = null } : next;
    }

    private async Task<Problem?> TakenAsync(User current, User changed, bool share, CancellationToken cancellationToken)
    {
        foreach (var (index, address) in changed.Addresses.Index())
        {
            if (current.Has(address) || await settlement.TakeAsync(address, current.Id, share, cancellationToken) is not { } owner)
                continue;
            await settlement.ReleaseAsync(current.Id, changed.Addresses.Except(current.Addresses), cancellationToken);
            return Problems.AddressInUse(index, owner);
        }

        return null;
    }

    private static bool TryApply(JsonElement patch, User current, out User changed, out bool share, out Problem problem)
    {
        (changed, share, problem) = (current, false, null!);
        if (UnknownFields.FirstIn(patch, DirectoryJson.Default.UserDocument) is { } unknown)
        {
            problem = Problems.UnknownField(unknown);
            return false;
        }

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
