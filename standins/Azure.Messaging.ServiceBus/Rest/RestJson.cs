using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace Azure.Messaging.ServiceBus.Rest;

internal sealed record BatchEntry(string Body, BrokerProperties BrokerProperties, IReadOnlyDictionary<string, JsonValue?>? UserProperties);

/// <summary>Text outside ASCII is escaped, which a header needs and a body allows.</summary>
[JsonSerializable(typeof(BrokerProperties))]
[JsonSerializable(typeof(BatchEntry[]))]
[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
internal sealed partial class RestJson : JsonSerializerContext;
