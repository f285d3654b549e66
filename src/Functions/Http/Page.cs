using System.Text.Json.Serialization;

namespace Interactions.Functions.Http;

/// <summary>A part of a list.</summary>
/// <param name="Cursor">Where the next part begins; null where this is the last.</param>
internal sealed record Page<T>(
    IReadOnlyList<T> Items, [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] string? Cursor);

internal static class Page
{
    /// <summary>The part of a list that was asked for, and where the next begins.</summary>
    /// <param name="all">In the order of their places, or as much of it as is needed.</param>
    public static Page<TView> Of<T, TPlace, TView>(IEnumerable<T> all, PageRequest<TPlace> page, Func<T, string> place, Func<T, TView> show)
        where TPlace : struct, IParsable<TPlace>
    {
        var after = page.After?.ToString();
        var found = all.Where(each => after is null || string.CompareOrdinal(place(each), after) > 0).Take(page.Limit + 1).ToList();
        return new([.. found.Take(page.Limit).Select(show)], found.Count > page.Limit ? Opaque.Of(place(found[page.Limit - 1])) : null);
    }
}
