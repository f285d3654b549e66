using System.Text.Json.Serialization;

namespace Interactions.Functions.Http;

/// <summary>A part of a list.</summary>
/// <param name="Cursor">Where the next part begins; null where this is the last.</param>
internal sealed record Page<T>(
    IReadOnlyList<T> Items, [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] string? Cursor);

internal static class Page
{
    /// <summary>The first part of what is left, and where the next begins.</summary>
    public static Page<T> Of<T>(IEnumerable<T> rest, int limit, Func<T, string> place)
    {
        var found = rest.Take(limit + 1).ToList();
        return new([.. found.Take(limit)], found.Count > limit ? Opaque.Of(place(found[limit - 1])) : null);
    }
}
