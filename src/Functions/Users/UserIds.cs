using Interactions.Domain.Values;
using Interactions.Functions.Storage;

namespace Interactions.Functions.Users;

/// <summary>Makes up ids for users whose creator brought none.</summary>
internal static class UserIds
{
    private const string Prefix = "u-";

    public static UserId New() => UserId.Parse(ShortName.New(Prefix));

    /// <summary>The same caller's same key is the same user, however often it is sent.</summary>
    public static UserId Of(AgentId caller, string idempotencyKey) => UserId.Parse(ShortName.Of(Prefix, $"{caller}\n{idempotencyKey}"));
}
