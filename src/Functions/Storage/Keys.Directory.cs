using Interactions.Domain.Values;

namespace Interactions.Functions.Storage;

internal static partial class Keys
{
    // After every character that may be in a key of ours.
    private const string End = "~";

    public static Key Configured(string kind, string id) => new(kind, id);

    public static KeyRange Configured(string kind) => new(kind, "", End);

    public static Key User(UserId user) => new(user.Value, "0");

    /// <summary>Which user an address belongs to; there is one such row at most.</summary>
    public static Key AddressOwner(Address address) => new(ProfileId.Of(address).Value, "0");

    /// <summary>That a user shares an address knowingly.</summary>
    public static Key AddressSharer(Address address, UserId user) => new(ProfileId.Of(address).Value, "s-" + user.Value);

    public static KeyRange UsersOf(ProfileId profile) => new(profile.Value, "", End);
}
