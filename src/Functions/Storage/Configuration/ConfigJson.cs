using System.Text.Json.Serialization;

namespace Interactions.Functions.Storage.Configuration;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UseStringEnumConverter = true, RespectNullableAnnotations = true)]
[JsonSerializable(typeof(LineDocument))]
[JsonSerializable(typeof(QueueDocument))]
[JsonSerializable(typeof(HoursDocument))]
[JsonSerializable(typeof(AgentDocument))]
internal sealed partial class ConfigJson : JsonSerializerContext;
