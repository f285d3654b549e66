using System.Text.Json.Nodes;
using System.Text.Json.Schema;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Interactions.Functions.Http;

namespace Interactions.Functions.Contract;

/// <summary>Says of a type what its JSON looks like, each once and under its name. One for what is sent, another for what is answered.</summary>
internal sealed partial class Schemas(IDictionary<string, JsonNode?> components, bool areSent)
{
    private const string Document = "Document";
    private const string View = "View";

    private readonly Dictionary<Type, string> _named = [];

    public JsonObject Of(Shape shape) => shape switch
    {
        Shape.Typed typed => Of(typed.Type),
        Shape.Patch patch => Named(NameOf(patch.Type.Type).Replace(Document, "Patch", StringComparison.Ordinal), () => PatchOf(patch.Type)),
        Shape.Configured configured => Named(NameOf(configured.Document.Type), () => ConfiguredOf(configured.Document)),
        Shape.PageOf page => Named(page.Name, () => PageOf(Of(page.Item))),
        Shape.Text => new JsonObject { ["type"] = "string" },
        _ => [],
    };

    public JsonObject Of(JsonTypeInfo type) => JsonSchemaExporter
        .GetJsonSchemaAsNode(type, new JsonSchemaExporterOptions { TreatNullObliviousAsNonNullable = true, TransformSchemaNode = Transform })
        .AsObject();

    /// <summary>What every refusal looks like, with all reasons there are.</summary>
    public JsonObject OfProblem()
    {
        var reference = Of(HttpJson.Default.Problem);
        components[nameof(Problem)]!["properties"]!["type"]!["enum"] = new JsonArray([.. Reasons.All.Select(reason => (JsonNode)reason.Type)]);
        return reference;
    }

    private JsonObject Transform(JsonSchemaExporterContext context, JsonNode node)
    {
        var schema = Simple.Of(context.TypeInfo.Type) ?? Keywords.Typed(node as JsonObject ?? []);
        schema.Remove("default");
        var isNullable = Keywords.TakeNull(schema) || Nullable.GetUnderlyingType(context.TypeInfo.Type) is not null;
        if (context.TypeInfo.Kind == JsonTypeInfoKind.Object)
            schema = Hoisted(context.TypeInfo, schema);
        if (context.PropertyInfo is { } property)
        {
            if (Fields.Of(property) is { } limits)
                Keywords.Merge(schema, limits);
            if (Texts.Of(property) is { } text)
                schema["description"] = text;
        }

        return isNullable ? Keywords.OrNull(schema) : schema;
    }

    private JsonObject Hoisted(JsonTypeInfo type, JsonObject schema)
    {
        var complete = Complete(type, schema);
        if (_named.TryGetValue(type.Type, out var name))
            Keywords.AllowWithout(components[name]!.AsObject(), complete);
        else
            Add(_named[type.Type] = name = NameOf(type.Type), complete);
        return Keywords.Reference(name);
    }

    private JsonObject Complete(JsonTypeInfo type, JsonObject schema)
    {
        schema.Remove("required");
        var needed = type.Properties
            .Where(property => schema["properties"]?[property.Name] is not null)
            .Where(property => areSent ? IsNeeded(property) : IsAlwaysThere(property, type));
        if (needed.Select(property => (JsonNode)property.Name).ToArray() is { Length: > 0 } required)
            schema["required"] = new JsonArray(required);
        schema["additionalProperties"] = false;
        if (Texts.Of(type.Type) is { } text)
            schema.Insert(0, "description", text);
        return schema;
    }

    private static bool IsNeeded(JsonPropertyInfo property) => property.IsRequired || Fields.IsNeeded(property);

    private static bool IsAlwaysThere(JsonPropertyInfo property, JsonTypeInfo type)
    {
        var own = property.AttributeProvider?.GetCustomAttributes(typeof(JsonIgnoreAttribute), inherit: true)
            .OfType<JsonIgnoreAttribute>()
            .FirstOrDefault();
        return (own?.Condition ?? type.Options.DefaultIgnoreCondition) == JsonIgnoreCondition.Never || !property.IsGetNullable;
    }

    private JsonObject Named(string name, Func<JsonObject> make)
    {
        if (!components.ContainsKey(name))
            Add(name, make());
        return Keywords.Reference(name);
    }

    // Both kinds may have a thing in common, as long as it is the same.
    private void Add(string name, JsonObject schema)
    {
        if (components.TryGetValue(name, out var there) && !JsonNode.DeepEquals(there, schema))
            throw new InvalidOperationException($"Two schemas are called {name}.");
        components.TryAdd(name, schema);
    }

    // How it is called for clients: QueueDocument is what they send of a queue, ConfiguredQueue what they get, Queue how it stands there.
    private string NameOf(Type type)
    {
        if (type.IsGenericType)
            return NameOf(type.GetGenericArguments()[0]) + type.Name[..type.Name.IndexOf('`', StringComparison.Ordinal)];
        if (type.Name.EndsWith(View, StringComparison.Ordinal))
            return type.Name[..^View.Length];
        return !areSent && type.Name.EndsWith(Document, StringComparison.Ordinal) ? "Configured" + type.Name[..^Document.Length] : type.Name;
    }
}
