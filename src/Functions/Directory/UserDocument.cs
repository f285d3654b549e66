using Interactions.Functions.Storage.Users;

namespace Interactions.Functions.Directory;

/// <summary>What a client may say of a user.</summary>
internal class UserDocument
{
    public string? Name { get; set; }

    public IReadOnlyList<string?> Addresses { get; set; } = [];

    public string? Language { get; set; }

    public IReadOnlyDictionary<string, string?> Attributes { get; set; } = new Dictionary<string, string?>();

    /// <summary>Whether another user may have the same addresses.</summary>
    public bool ShareAddresses { get; set; }

    public static UserDocument Of(User user) => new()
    {
        Name = user.Name,
        Addresses = [.. user.Addresses.Select(address => address.Value)],
        Language = user.Language,
        Attributes = user.Attributes.ToDictionary(attribute => attribute.Key, string? (attribute) => attribute.Value),
    };
}

/// <summary>What a client says of a new user.</summary>
internal sealed class NewUserDocument : UserDocument
{
    /// <summary>Chosen by whoever imports; one is made up otherwise.</summary>
    public string? Id { get; set; }
}
