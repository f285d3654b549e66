using System.Text.Json.Serialization;
using Interactions.Domain.Messages;
using Interactions.Functions.Http;
using Interactions.Functions.Storage.Json;

namespace Interactions.Functions.Console.Rules;

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    RespectNullableAnnotations = true,
    Converters = [typeof(UtcConverter), typeof(NameConverter<AutomaticText>)])]
[JsonSerializable(typeof(SampleDocument))]
[JsonSerializable(typeof(RuleTestView))]
[JsonSerializable(typeof(RuleReplayDocument))]
[JsonSerializable(typeof(RuleReplayView))]
internal sealed partial class RulesJson : JsonSerializerContext;
