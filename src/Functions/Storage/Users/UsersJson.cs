using System.Text.Json.Serialization;
using Interactions.Domain.Values;
using Interactions.Functions.Storage.Json;

namespace Interactions.Functions.Storage.Users;

[JsonSourceGenerationOptions(
    GenerationMode = JsonSourceGenerationMode.Metadata,
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    IgnoreReadOnlyProperties = true,
    Converters = [typeof(TextConverter<Address>), typeof(TextConverter<UserId>)])]
[JsonSerializable(typeof(StoredUser))]
internal sealed partial class UsersJson : JsonSerializerContext;
