using System.Text.Json.Serialization;
using Interactions.Functions.Http;
using Interactions.Functions.Storage.Users;

namespace Interactions.Functions.Directory;

/// <summary>A user as clients see one.</summary>
internal sealed record UserView(
    string Id,
    string? Name,
    IReadOnlyList<string> Addresses,
    string? Language,
    IReadOnlyDictionary<string, string> Attributes,
    DateTimeOffset CreatedAt)
{
    public static UserView Of(User user) => new(
        user.Id.Value, user.Name, [.. user.Addresses.Select(address => address.Value)], user.Language, user.Attributes, user.CreatedAt);
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, RespectNullableAnnotations = true)]
[JsonSerializable(typeof(UserDocument))]
[JsonSerializable(typeof(NewUserDocument))]
[JsonSerializable(typeof(UserView))]
[JsonSerializable(typeof(Page<UserView>))]
internal sealed partial class DirectoryJson : JsonSerializerContext;
