using System.Text.Json;
using System.Text.Json.Serialization;

namespace Interactions.Functions.Storage.Json;

/// <summary>Members of an enumeration by name, so that their order in the source may change.</summary>
internal sealed class NameConverter<T>() : JsonStringEnumConverter<T>(JsonNamingPolicy.CamelCase, allowIntegerValues: false)
    where T : struct, Enum;
