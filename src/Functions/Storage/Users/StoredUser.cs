using System.Collections.Immutable;
using Interactions.Domain.Values;

namespace Interactions.Functions.Storage.Users;

/// <param name="Request">A hash of the request that created the user, which is how its repetition is known.</param>
/// <param name="Unsettled">
/// Addresses that were added or removed and whose claims and profiles do not show it yet. Stored together with the change, so
/// that whoever comes next can finish what a crash interrupted.
/// </param>
internal sealed record StoredUser(User User, string Request, ImmutableArray<Address> Unsettled)
{
    /// <summary>Whether nobody was ever told that this user exists.</summary>
    public bool IsUnacknowledged => User.Version == 1 && Unsettled.Length > 0;
}
