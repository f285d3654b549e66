using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Interactions.Functions.Http;

/// <summary>Finds what a document says and its type has no place for.</summary>
internal static class UnknownFields
{
    public static string? FirstIn(JsonElement document, JsonTypeInfo type) => (document.ValueKind, type.Kind) switch
    {
        (JsonValueKind.Object, JsonTypeInfoKind.Object) => document.EnumerateObject()
            .Select(field => FirstIn(field, type))
            .FirstOrDefault(unknown => unknown is not null),
        (JsonValueKind.Array, JsonTypeInfoKind.Enumerable) => document.EnumerateArray()
            .Select((item, index) => FirstIn(item, type.Options.GetTypeInfo(type.ElementType!)) is { } unknown ? $"[{index}].{unknown}" : null)
            .FirstOrDefault(unknown => unknown is not null),
        _ => null,
    };

    private static string? FirstIn(JsonProperty field, JsonTypeInfo type)
    {
        if (type.Properties.FirstOrDefault(known => known.Name == field.Name) is not { } property)
            return field.Name;
        return FirstIn(field.Value, type.Options.GetTypeInfo(property.PropertyType)) is { } within
            ? within.StartsWith('[') ? field.Name + within : $"{field.Name}.{within}"
            : null;
    }
}
