using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;

namespace Interactions.Functions.Contract;

/// <summary>Bodies that are no type's own, but made of one.</summary>
internal sealed partial class Schemas
{
    private JsonObject PatchOf(JsonTypeInfo type)
    {
        var patch = WholeOf(type);
        patch.Remove("required");
        foreach (var (name, field) in patch["properties"]!.AsObject().ToList())
        {
            var schema = field!.DeepClone().AsObject();
            Keywords.TakeNull(schema);
            if (schema["additionalProperties"] is JsonObject value)
                schema["additionalProperties"] = Keywords.OrNull(value.DeepClone().AsObject());
            patch["properties"]![name] = Keywords.OrNull(schema);
        }

        return patch;
    }

    private JsonObject ConfiguredOf(JsonTypeInfo document)
    {
        var whole = WholeOf(document);
        var properties = whole["properties"]!.AsObject();
        properties.Insert(0, "id", Keywords.Typed(Forms.Id));
        properties.Insert(1, "version", Forms.Whole(areSent ? long.MinValue : 1, long.MaxValue));
        if (areSent)
            return whole;

        whole["required"]!.AsArray().Insert(0, "id");
        whole["required"]!.AsArray().Insert(1, "version");
        return new JsonObject { ["anyOf"] = new JsonArray(whole, Named("Unreadable", Unreadable)) };
    }

    // As it stands under its name, for something else to be made of it.
    private JsonObject WholeOf(JsonTypeInfo type)
    {
        var own = new Dictionary<string, JsonNode?>();
        var whole = new Schemas(own, areSent);
        whole.Of(type);
        foreach (var (name, schema) in own.Where(each => each.Key != whole.NameOf(type.Type)))
            Add(name, schema!.AsObject());
        return own[NameOf(type.Type)]!.AsObject();
    }

    private static JsonObject PageOf(JsonObject item) => new()
    {
        ["description"] = "A part of a list. `cursor` is where the next part begins; null where this is the last.",
        ["type"] = "object",
        ["properties"] = new JsonObject
        {
            ["items"] = new JsonObject { ["type"] = "array", ["items"] = item },
            ["cursor"] = new JsonObject { ["type"] = new JsonArray("string", "null") },
        },
        ["required"] = new JsonArray("items", "cursor"),
        ["additionalProperties"] = false,
    };

    private static JsonObject Unreadable() => new()
    {
        ["description"] = "Somebody stored by hand what cannot be read: whoever can see it can mend it.",
        ["type"] = "object",
        ["properties"] = new JsonObject
        {
            ["id"] = new JsonObject { ["type"] = "string" },
            ["version"] = Forms.Whole(0, long.MaxValue),
            ["unreadable"] = new JsonObject { ["const"] = true },
        },
        ["required"] = new JsonArray("id", "version", "unreadable"),
        ["additionalProperties"] = false,
    };
}
