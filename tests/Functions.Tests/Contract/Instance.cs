using System.Globalization;
using System.Text.Json.Nodes;

namespace Interactions.Functions.Tests.Contract;

/// <summary>Values as a schema asks for them.</summary>
internal sealed class Instance(JsonNode root)
{
    private const string Id = "^[a-z0-9][a-z0-9_.@-]*$";

    /// <summary>The schema that a reference, or one of two with null, leads to.</summary>
    public JsonObject Resolve(JsonNode schema)
    {
        if (schema["anyOf"] is JsonArray cases)
            return Resolve(cases[0]!);
        return schema["$ref"]?.ToString() is { } reference
            ? Resolve(reference.TrimStart('#', '/').Split('/').Aggregate(root, (node, name) => node[name]!))
            : schema.AsObject();
    }

    public static string TypeOf(JsonNode schema) => schema["type"] is JsonArray types ? types[0]!.ToString() : schema["type"]?.ToString() ?? "object";

    /// <summary>Everything that it has a place for, or only what there has to be.</summary>
    public JsonNode Of(JsonNode schema, bool full)
    {
        var resolved = Resolve(schema);
        if (resolved["enum"] is JsonArray names)
            return names[0]!.DeepClone();
        return TypeOf(resolved) switch
        {
            "object" when resolved["properties"] is JsonObject properties => new JsonObject(properties
                .Where(field => full || resolved["required"]?.AsArray().Any(name => name!.ToString() == field.Key) == true)
                .Select(field => KeyValuePair.Create(field.Key, (JsonNode?)Of(field.Value!, full)))),
            "object" => full && resolved["additionalProperties"] is JsonObject value ? new JsonObject { ["name"] = Of(value, full) } : [],
            "array" => full || resolved["minItems"] is not null ? new JsonArray(Of(resolved["items"]!, full)) : [],
            "integer" or "number" => Math.Max(1, (long)(resolved["minimum"]?.GetValueAsNumber() ?? 1)),
            "boolean" => true,
            _ => TextOf(resolved, Math.Min(12, resolved["maxLength"]?.GetValue<int>() ?? 12)),
        };
    }

    /// <summary>Text of just that length, as the pattern wants it. A pattern that is not known here is to be added.</summary>
    public static string TextOf(JsonNode schema, int length, int place = 0)
    {
        if (schema["format"]?.ToString() is { } format)
        {
            var day = new DateTime(2031, 5, 6, 7, 8, 9, DateTimeKind.Utc).AddDays(place);
            return day.ToString(format switch { "date-time" => "yyyy-MM-dd'T'HH:mm:ss'Z'", "date" => "yyyy-MM-dd", _ => "HH:mm:ss" }, CultureInfo.InvariantCulture);
        }

        var number = place.ToString(CultureInfo.InvariantCulture);
        return schema["pattern"]?.ToString() switch
        {
            null or Id or @"\S" or @"^\S(.*\S)?$" or @"^\S+$" or @"^[^\u0000-\u001f\u007f-\u009f]*$" => Filled(number, length),
            "^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$" => string.Concat(Enumerable.Repeat("aaaaaaaa-", 8))[..length].TrimEnd('-').PadRight(length, 'a'),
            "^MG[0-9a-fA-F]{32}$" => "MG" + new string('0', length - 2),
            "^HX[0-9a-fA-F]{32}$" => "HX" + new string('0', length - 2),
            "^[Hh][Tt][Tt][Pp][Ss]://" or "^[Hh][Tt][Tt][Pp][Ss]?://" => "https://example.com/" + new string('a', Math.Max(0, length - 20)),
            var unknown => throw new NotSupportedException($"Nobody writes texts like {unknown}."),
        };
    }

    private static string Filled(string number, int length) => number.Length >= length ? number[..length] : number.PadRight(length, 'a');
}

internal static class Numbers
{
    public static double GetValueAsNumber(this JsonNode number) => double.Parse(number.ToJsonString(), CultureInfo.InvariantCulture);
}
