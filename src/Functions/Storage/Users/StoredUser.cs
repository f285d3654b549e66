using System.Collections.Immutable;
using Interactions.Domain.Values;

namespace Interactions.Functions.Storage.Users;

/// <param name="Request">A hash of the request that created the user, which is how its repetition is known.</param>
/// <param name="Unsettled">
/// Addresses that were added or removed and whose claims and profiles do not show it yet. Stored together with the change, so
/// that whoever comes next can finish what a crash interrupted.
/// </param>
/// <param name="Next">
/// What the user is to become once all addresses it adds are known to be its own. Until then the user is what it was, and
/// keeps what it had: losing one of them leaves nothing behind.
/// </param>
/// <param name="Untold">Whether what rules ask about changed, and profiles may not know it yet.</param>
internal sealed record StoredUser(
    User User, string Request, ImmutableArray<Address> Unsettled, User? Next = null, bool Untold = false)
{
    public bool IsSettled => Unsettled.IsEmpty && !Untold;

    /// <summary>Whether nobody was ever told that this user exists.</summary>
    public bool IsUnacknowledged => User.Version == 1 && Unsettled.Length > 0 && Next is null;

    /// <summary>What the user is about to get, unless somebody else is first.</summary>
    public ImmutableArray<Address> Wanted => Next is null ? [] : [.. Next.Addresses.Except(User.Addresses)];

    /// <summary>Whether nobody else may take the address: the user has it, or is about to.</summary>
    public bool Holds(Address address) => User.Has(address) || Next?.Has(address) == true;
}
