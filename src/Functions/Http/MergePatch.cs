using System.Text.Json;
using System.Text.Json.Nodes;

namespace Interactions.Functions.Http;

/// <summary>A change as RFC 7396 understands it: what is named is set, null takes away, objects are merged, lists replaced.</summary>
internal static class MergePatch
{
    public static JsonObject Apply(JsonObject target, JsonElement patch)
    {
        foreach (var field in patch.EnumerateObject())
        {
            if (field.Value.ValueKind == JsonValueKind.Null)
                target.Remove(field.Name);
            else
                target[field.Name] = Merged(target[field.Name], field.Value);
        }

        return target;
    }

    private static JsonNode? Merged(JsonNode? current, JsonElement value) => value.ValueKind == JsonValueKind.Object
        ? Apply(current?.DeepClone() as JsonObject ?? [], value)
        : JsonSerializer.SerializeToNode(value, HttpJson.Default.JsonElement);
}
