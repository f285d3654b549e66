using System.Text.Json.Nodes;
using Interactions.Functions.Contract;

namespace Interactions.Functions.Tests.Contract;

/// <summary>What the document says of bodies, and ways to change one.</summary>
internal static class Bodies
{
    public static IEnumerable<Operation> All => Operations.All.Where(operation => operation.Body?.Shape is not (null or Shape.Text));

    public static JsonNode SchemaOf(Operation operation) =>
        OpenApiDocument.Instance.Json["paths"]!["/" + operation.Route]![operation.Verb]!["requestBody"]!["content"]!["application/json"]!["schema"]!;

    /// <summary>With that value at a place such as <c>rules[].when.attributes.*[]</c>; whatever is missing on the way there is made.</summary>
    public static JsonObject With(Instance instance, JsonNode schema, JsonObject document, string place, JsonNode value)
    {
        var copy = document.DeepClone().AsObject();
        var steps = place.Replace("[]", ".[]", StringComparison.Ordinal).Split('.');
        JsonNode at = copy;
        for (var n = 0; n < steps.Length; n++)
        {
            schema = StepOf(instance.Resolve(schema), steps[n]);
            var next = n == steps.Length - 1 ? value.DeepClone() : There(at, steps[n])?.DeepClone() ?? instance.Of(schema, full: false);
            at = Put(at, steps[n], next);
        }

        return copy;
    }

    private static JsonNode StepOf(JsonObject schema, string step) => step switch
    {
        "[]" => schema["items"]!,
        "*" => schema["additionalProperties"]!,
        _ => schema["properties"]![step]!,
    };

    private static JsonNode? There(JsonNode at, string step) => at switch
    {
        JsonArray { Count: > 0 } items => items[0],
        JsonObject fields => fields[step == "*" ? "n" : step],
        _ => null,
    };

    private static JsonNode Put(JsonNode at, string step, JsonNode value)
    {
        switch (at)
        {
            case JsonArray { Count: > 0 } items:
                return items[0] = value;
            case JsonArray items:
                items.Add(value);
                return value;
            default:
                return at[step == "*" ? "n" : step] = value;
        }
    }
}
