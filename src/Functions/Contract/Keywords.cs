using System.Text.Json.Nodes;

namespace Interactions.Functions.Contract;

/// <summary>The words of JSON Schema, as far as they are put together here.</summary>
internal static class Keywords
{
    private const string Type = "type";
    private const string Null = "null";

    // What says of a value that it is text, where nothing else says what it is.
    private static readonly string[] OfText = ["maxLength", "minLength", "pattern", "enum", "format"];

    public static JsonObject Reference(string component) => new() { ["$ref"] = "#/components/schemas/" + component };

    /// <summary>With the type that its other words are about.</summary>
    public static JsonObject Typed(JsonObject schema)
    {
        if (!schema.ContainsKey(Type) && OfText.Any(schema.ContainsKey))
            schema.Insert(0, Type, "string");
        return schema;
    }

    /// <summary>Takes away that it may be null, and says whether it might have been.</summary>
    public static bool TakeNull(JsonObject schema)
    {
        var was = false;
        if (schema["anyOf"] is JsonArray { Count: 2 } either && either[1]?[Type]?.ToString() == Null)
        {
            var value = either[0]!.DeepClone().AsObject();
            schema.Remove("anyOf");
            Merge(schema, value);
            was = true;
        }

        if (schema[Type] is JsonArray types)
        {
            was |= types.Any(type => type!.ToString() == Null);
            schema[Type] = types.First(type => type!.ToString() != Null)!.ToString();
        }

        if (schema["enum"] is JsonArray names && names.Contains(null))
        {
            schema["enum"] = new JsonArray([.. names.Where(name => name is not null).Select(name => name!.DeepClone())]);
            was = true;
        }

        return was;
    }

    public static JsonObject OrNull(JsonObject schema)
    {
        if (schema["$ref"] is not null)
        {
            var description = schema["description"]?.DeepClone();
            schema.Remove("description");
            var either = new JsonObject { ["anyOf"] = new JsonArray(schema, new JsonObject { [Type] = Null }) };
            if (description is not null)
                either["description"] = description;
            return either;
        }

        if (schema[Type]?.GetValueKind() == System.Text.Json.JsonValueKind.String)
            schema[Type] = new JsonArray(schema[Type]!.ToString(), Null);
        if (schema["enum"] is JsonArray names)
            names.Add(null);
        return schema;
    }

    /// <summary>Some contexts leave out what others write as null: then it is not always there.</summary>
    public static void AllowWithout(JsonObject schema, JsonObject other)
    {
        if (schema["required"] is not JsonArray required)
            return;
        var both = required.Select(name => name!.ToString()).Intersect(other["required"]?.AsArray().Select(name => name!.ToString()) ?? []);
        schema["required"] = new JsonArray([.. both.Select(name => (JsonNode)name)]);
    }

    /// <summary>Says more of the same.</summary>
    public static void Merge(JsonObject schema, JsonObject more)
    {
        foreach (var (word, value) in more)
        {
            if (schema[word] is JsonObject there && value is JsonObject inner)
                Merge(there, inner);
            else
                schema[word] = value?.DeepClone();
        }
    }
}
