using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Interactions.Functions.Tests.Contract;

/// <summary>Says where a value is not what a schema says, as far as schemas say anything here. A word that is not known is an error.</summary>
internal sealed class JsonSchema(JsonNode root)
{
    private static readonly HashSet<string> Words =
    [
        "type", "properties", "required", "additionalProperties", "propertyNames", "minProperties", "maxProperties", "items", "minItems",
        "maxItems", "enum", "const", "$ref", "anyOf", "allOf", "format", "pattern", "minimum", "maximum", "minLength", "maxLength", "description",
    ];

    public IReadOnlyList<string> FaultsIn(JsonNode? value, JsonNode schema) => [.. In(value, schema, "$")];

    private IEnumerable<string> In(JsonNode? value, JsonNode? schema, string at)
    {
        if (schema is not JsonObject words)
            return schema?.GetValueKind() == JsonValueKind.False ? [$"{at} may not be"] : [];
        if (words.FirstOrDefault(word => !Words.Contains(word.Key)).Key is { } unknown)
            throw new NotSupportedException($"Nobody checks {unknown}.");

        return
        [
            .. words["$ref"] is { } reference ? In(value, Resolve(reference.ToString()), at) : [],
            .. words["allOf"] is JsonArray all ? all.SelectMany(each => In(value, each, at)) : [],
            .. words["anyOf"] is JsonArray any && any.All(each => In(value, each, at).Any())
                ? any.SelectMany(each => In(value, each, at)).Prepend($"{at} is none of what it may be") : [],
            .. TypeOf(value, words, at),
            .. value switch
            {
                JsonObject fields => InObject(fields, words, at),
                JsonArray items => InArray(items, words, at),
                JsonValue single when single.GetValueKind() == JsonValueKind.String => InText(single.ToString(), words, at),
                JsonValue single when single.GetValueKind() == JsonValueKind.Number => InNumber(single, words, at),
                _ => [],
            },
        ];
    }

    private JsonNode Resolve(string reference) =>
        reference.TrimStart('#', '/').Split('/').Aggregate(root, (node, name) => node[name] ?? throw new InvalidDataException($"{reference} leads nowhere."));

    private static IEnumerable<string> TypeOf(JsonNode? value, JsonObject words, string at)
    {
        if (words["enum"] is JsonArray names && !names.Any(name => JsonNode.DeepEquals(name, value)))
            yield return $"{at} is {Show(value)}, and not among {names.ToJsonString()}";
        if (words.ContainsKey("const") && !JsonNode.DeepEquals(words["const"], value))
            yield return $"{at} is {Show(value)}, and not {words["const"]?.ToJsonString()}";
        if (words["type"] is not { } type)
            yield break;
        var types = type is JsonArray several ? several.Select(each => each!.ToString()) : [type.ToString()];
        if (!types.Any(each => Is(value, each)))
            yield return $"{at} is {Show(value)}, and not {type.ToJsonString()}";
    }

    private static bool Is(JsonNode? value, string type) => (value?.GetValueKind() ?? JsonValueKind.Null) switch
    {
        JsonValueKind.Null => type == "null",
        JsonValueKind.Object => type == "object",
        JsonValueKind.Array => type == "array",
        JsonValueKind.String => type == "string",
        JsonValueKind.True or JsonValueKind.False => type == "boolean",
        JsonValueKind.Number => type == "number" || (type == "integer" && decimal.TryParse(
            value!.ToJsonString(), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && decimal.IsInteger(number)),
        _ => false,
    };

    private IEnumerable<string> InObject(JsonObject fields, JsonObject words, string at)
    {
        var properties = words["properties"] as JsonObject ?? [];
        foreach (var name in words["required"]?.AsArray() ?? [])
        {
            if (!fields.ContainsKey(name!.ToString()))
                yield return $"{at}.{name} is missing";
        }

        foreach (var (name, value) in fields)
        {
            var schema = properties[name] ?? words["additionalProperties"];
            foreach (var fault in In(value, schema, $"{at}.{name}").Concat(In(name, words["propertyNames"], $"the name of {at}.{name}")))
                yield return fault;
        }

        foreach (var fault in Count(fields.Count, words, "minProperties", "maxProperties", at))
            yield return fault;
    }

    private IEnumerable<string> InArray(JsonArray items, JsonObject words, string at) =>
        items.SelectMany((item, index) => In(item, words["items"], $"{at}[{index}]")).Concat(Count(items.Count, words, "minItems", "maxItems", at));

    // As .NET counts, and so do readers.
    private static IEnumerable<string> InText(string text, JsonObject words, string at)
    {
        foreach (var fault in Count(text.Length, words, "minLength", "maxLength", at))
            yield return fault;
        if (words["pattern"]?.ToString() is { } pattern && !Regex.IsMatch(text, pattern, RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1)))
            yield return $"{at} is {Show(text)}, and not like {pattern}";
        if (words["format"]?.ToString() is { } format && !IsOf(format, text))
            yield return $"{at} is {Show(text)}, and no {format}";
    }

    private static bool IsOf(string format, string text) => format switch
    {
        "date-time" => Regex.IsMatch(text, @"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$", RegexOptions.None, TimeSpan.FromSeconds(1))
            && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, out _),
        "date" => DateOnly.TryParseExact(text, "yyyy-MM-dd", out _),
        "time" => TimeOnly.TryParse(text, CultureInfo.InvariantCulture, out _),
        "uri" => Uri.TryCreate(text, UriKind.Absolute, out _),
        _ => throw new NotSupportedException($"Nobody checks {format}."),
    };

    private static IEnumerable<string> InNumber(JsonValue value, JsonObject words, string at)
    {
        if (words["minimum"] is { } least && Read(value) < Read(least))
            yield return $"{at} is {value}, less than {least}";
        if (words["maximum"] is { } most && Read(value) > Read(most))
            yield return $"{at} is {value}, more than {most}";

        static double Read(JsonNode number) => double.Parse(number.ToJsonString(), CultureInfo.InvariantCulture);
    }

    private static IEnumerable<string> Count(int count, JsonObject words, string least, string most, string at)
    {
        if (words[least] is { } from && count < from.GetValue<int>())
            yield return $"{at} has {count}, and {least} is {from}";
        if (words[most] is { } to && count > to.GetValue<int>())
            yield return $"{at} has {count}, and {most} is {to}";
    }

    private static string Show(JsonNode? value)
    {
        var text = value?.ToJsonString() ?? "null";
        return new StringBuilder(text, 0, Math.Min(text.Length, 100), 110).Append(text.Length > 100 ? "…" : "").ToString();
    }
}
