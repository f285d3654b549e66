using System.Security.Cryptography;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Interactions.Functions.Http;

namespace Interactions.Functions.Contract;

/// <summary>The contract in OpenAPI's words, made once of <see cref="Operations"/>. The same code makes the same document, byte for byte.</summary>
internal sealed class OpenApiDocument
{
    public const string Version = "3.1.1";

    private static readonly JsonWriterOptions Readable = new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private static readonly Lazy<OpenApiDocument> Made = new(() => new OpenApiDocument());

    private OpenApiDocument()
    {
        Json = Make();
        using var utf8 = new MemoryStream();
        using (var writer = new Utf8JsonWriter(utf8, Readable))
            Json.WriteTo(writer);
        Utf8 = utf8.ToArray();
        ETag = $"\"{Convert.ToHexStringLower(SHA256.HashData(Utf8))[..24]}\"";
    }

    public static OpenApiDocument Instance => Made.Value;

    public JsonObject Json { get; }

    public byte[] Utf8 { get; }

    public string ETag { get; }

    private static JsonObject Make()
    {
        var components = new SortedDictionary<string, JsonNode?>(StringComparer.Ordinal);
        var described = new OperationWriter(new Schemas(components, areSent: true), new Schemas(components, areSent: false));
        var paths = new JsonObject();
        foreach (var path in Operations.All.GroupBy(operation => operation.Route).OrderBy(path => path.Key, StringComparer.Ordinal))
            paths["/" + path.Key] = new JsonObject(path.Select(operation => KeyValuePair.Create(operation.Verb, (JsonNode?)described.Of(operation))));

        return new JsonObject
        {
            ["openapi"] = Version,
            ["info"] = new JsonObject { ["title"] = "Interactions", ["version"] = "1", ["description"] = Conventions.Text },
            ["servers"] = new JsonArray(new JsonObject { ["url"] = "/" }),
            ["tags"] = new JsonArray([.. Tags.All.Select(tag => new JsonObject { ["name"] = tag.Name, ["description"] = tag.Description })]),
            ["paths"] = paths,
            ["components"] = new JsonObject
            {
                ["schemas"] = new JsonObject(components.Select(component => KeyValuePair.Create(component.Key, component.Value))),
                ["headers"] = OperationWriter.Headers(),
                ["securitySchemes"] = new JsonObject
                {
                    ["token"] = new JsonObject { ["type"] = "http", ["scheme"] = "bearer", ["description"] = "`Authorization: Bearer <token>`" },
                },
            },
        };
    }
}
