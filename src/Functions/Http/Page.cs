using System.Text.Json.Serialization;

namespace Interactions.Functions.Http;

/// <summary>A part of a list.</summary>
/// <param name="Cursor">Where the next part begins; null where this is the last.</param>
internal sealed record Page<T>(
    IReadOnlyList<T> Items, [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] string? Cursor);
