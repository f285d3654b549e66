using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Interactions.Functions.Console.Checks;
using Interactions.Functions.Http;
using Interactions.Functions.Storage.Configuration;
using Microsoft.AspNetCore.Http;

namespace Interactions.Functions.Console;

/// <summary>What a client wants to have configured. It may be what was answered before, with its id and version.</summary>
/// <param name="Said">Without both.</param>
internal sealed record ConfigurationBody(JsonObject Said, object Document, long? Version)
{
    private const string IdField = "id";
    private const string VersionField = "version";

    public static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static async Task<Body<ConfigurationBody>> ReadAsync(HttpRequest request, Kind kind, string id)
    {
        var (element, problem) = await Body.ReadObjectAsync(request, Body.LargestConfigurationBytes);
        if (problem is not null)
            return new(null, problem);

        if (element.TryGetProperty(IdField, out var name) && !(name.ValueKind == JsonValueKind.String && name.ValueEquals(id)))
            return new(null, Problems.InvalidField(IdField, $"is not the one of the path, which is '{id}'"));
        long number = 0;
        var isVersioned = element.TryGetProperty(VersionField, out var version);
        if (isVersioned && !(version.ValueKind == JsonValueKind.Number && version.TryGetInt64(out number)))
            return new(null, Problems.InvalidField(VersionField, "has to be a whole number"));

        var said = JsonObject.Create(element)!;
        said.Remove(IdField);
        said.Remove(VersionField);
        (var document, problem) = kind.Read(JsonSerializer.SerializeToElement(said, HttpJson.Default.JsonObject));
        return document is null ? new(null, problem) : new(new(said, document, isVersioned ? number : null), null);
    }

    /// <summary>The same, as it is answered.</summary>
    public static JsonObject Of(Kind kind, StoredConfig stored)
    {
        var answer = new JsonObject { [IdField] = stored.Id, [VersionField] = stored.Version };
        var document = stored.Json is { } json ? kind.Read(json) : null;
        if ((document is null ? null : kind.Show(document)) is not { } shown || HasHoles(shown))
        {
            // Somebody put it there by hand: whoever can see it can mend it.
            answer["unreadable"] = true;
            return answer;
        }

        foreach (var (field, value) in shown)
            answer[field] = value?.DeepClone();
        return answer;
    }

    // Nobody could have stored that here, and nothing can be made of it.
    private static bool HasHoles(JsonNode node) => node switch
    {
        JsonArray items => items.Any(item => item is null || HasHoles(item)),
        JsonObject fields => fields.Any(field => field.Value is not null && HasHoles(field.Value)),
        _ => false,
    };
}
