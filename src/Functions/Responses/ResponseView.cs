using System.Text.Json.Serialization;
using Interactions.Functions.Http;

namespace Interactions.Functions.Responses;

/// <summary>Something that an agent can say to this customer, as it would be sent.</summary>
internal sealed record ResponseView(string Id, string Title, string? Shortcut, IReadOnlyList<string> Tags, string Text)
{
    public bool Holds(string text) =>
        Tags.Append(Title).Append(Shortcut).Append(Text).Any(field => field?.Contains(text, StringComparison.OrdinalIgnoreCase) == true);
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(Page<ResponseView>))]
internal sealed partial class ResponsesJson : JsonSerializerContext;
