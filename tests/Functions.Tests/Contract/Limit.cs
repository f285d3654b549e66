using System.Globalization;
using System.Text.Json.Nodes;

namespace Interactions.Functions.Tests.Contract;

/// <summary>A limit that the document states of a field: what is just within it, and what is just not.</summary>
internal sealed record Limit(string Field, string Word, JsonNode Schema, Func<JsonNode> Within, Func<JsonNode> Beyond)
{
    public static IEnumerable<Limit> In(Instance instance, JsonNode schema, string at = "")
    {
        var resolved = instance.Resolve(schema);
        foreach (var limit in Own(instance, resolved, at))
            yield return limit;
        foreach (var (name, field) in resolved["properties"]?.AsObject() ?? [])
        {
            foreach (var limit in In(instance, field!, at.Length == 0 ? name : $"{at}.{name}"))
                yield return limit;
        }

        if (resolved["items"] is { } item)
        {
            foreach (var limit in In(instance, item, at + "[]"))
                yield return limit;
        }

        if (resolved["additionalProperties"] is JsonObject value)
        {
            foreach (var limit in In(instance, value, at + ".*"))
                yield return limit;
        }
    }

    private static IEnumerable<Limit> Own(Instance instance, JsonObject schema, string at)
    {
        if (schema["maxLength"]?.GetValue<int>() is { } longest)
            yield return new(at, "maxLength", schema, () => Instance.TextOf(schema, longest), () => Instance.TextOf(schema, longest + 1));
        if (schema["minLength"]?.GetValue<int>() is 1)
            yield return new(at, "minLength", schema, () => Instance.TextOf(schema, 1), () => "");
        if (schema["minimum"] is { } least)
            yield return new(at, "minimum", schema, () => least.DeepClone(), () => Next(least, -1));
        if (schema["maximum"] is { } most)
            yield return new(at, "maximum", schema, () => most.DeepClone(), () => Next(most, 1));
        if (schema["maxItems"]?.GetValue<int>() is { } items)
            yield return new(at, "maxItems", schema, () => ListOf(instance, schema, items), () => ListOf(instance, schema, items + 1));
        if (schema["minItems"] is not null)
            yield return new(at, "minItems", schema, () => ListOf(instance, schema, 1), () => new JsonArray());
        if (schema["maxProperties"]?.GetValue<int>() is { } names)
            yield return new(at, "maxProperties", schema, () => MapOf(instance, schema, names), () => MapOf(instance, schema, names + 1));
        if (schema["propertyNames"]?["maxLength"]?.GetValue<int>() is { } name)
            yield return new(at, "propertyNames", schema, () => Called(instance, schema, name), () => Called(instance, schema, name + 1));
        if (schema["enum"] is not null)
            yield return new(at, "enum", schema, () => schema["enum"]![0]!.DeepClone(), () => "nonsense");
    }

    private static JsonObject Called(Instance instance, JsonObject schema, int length) =>
        new() { [new string('n', length)] = instance.Of(schema["additionalProperties"]!, full: true) };

    private static JsonArray ListOf(Instance instance, JsonObject schema, int count)
    {
        var item = instance.Resolve(schema["items"]!);
        var minimal = instance.Of(item, full: false);
        return
        [
            .. Enumerable.Range(0, count).Select(place => Instance.TypeOf(item) == "string" && item["enum"] is null
                ? Instance.TextOf(item, Math.Min(5, item["maxLength"]?.GetValue<int>() ?? 5), place)
                : minimal.DeepClone()),
        ];
    }

    private static JsonObject MapOf(Instance instance, JsonObject schema, int count) => new(Enumerable.Range(0, count).Select(
        place => KeyValuePair.Create($"name{place}", (JsonNode?)instance.Of(schema["additionalProperties"]!, full: true))));

    private static JsonNode Next(JsonNode number, int step) => JsonNode.Parse(
        decimal.TryParse(number.ToJsonString(), CultureInfo.InvariantCulture, out var value)
            ? (value + step).ToString(CultureInfo.InvariantCulture)
            : throw new NotSupportedException())!;
}
