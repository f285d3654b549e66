using System.Text.Json.Serialization;
using Interactions.Domain.Policies;
using Interactions.Functions.Storage.Json;

namespace Interactions.Functions.Storage.Configuration;

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true,
    Converters = [typeof(DayConverter), typeof(NameConverter<Role>)])]
[JsonSerializable(typeof(LineDocument))]
[JsonSerializable(typeof(QueueDocument))]
[JsonSerializable(typeof(HoursDocument))]
[JsonSerializable(typeof(AgentDocument))]
[JsonSerializable(typeof(CapacityDocument))]
[JsonSerializable(typeof(RuleDocument))]
[JsonSerializable(typeof(ResponseDocument))]
internal sealed partial class ConfigJson : JsonSerializerContext;
