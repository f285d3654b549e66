using System.Text.Json.Serialization;
using Interactions.Functions.Http;

namespace Interactions.Functions.Console.Tokens;

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    Converters = [typeof(UtcConverter)])]
[JsonSerializable(typeof(TokenDocument))]
[JsonSerializable(typeof(IssuedTokenView))]
[JsonSerializable(typeof(Page<TokenView>))]
internal sealed partial class TokensJson : JsonSerializerContext;
