using System.Text.Json.Serialization;
using Interactions.Domain.Values;
using Interactions.Functions.Storage.Json;

namespace Interactions.Functions.Storage.Tokens;

[JsonSourceGenerationOptions(
    GenerationMode = JsonSourceGenerationMode.Metadata,
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    Converters = [typeof(TextConverter<AgentId>), typeof(TextConverter<TokenId>)])]
[JsonSerializable(typeof(StoredToken))]
[JsonSerializable(typeof(Grant))]
internal sealed partial class StoredTokensJson : JsonSerializerContext;
