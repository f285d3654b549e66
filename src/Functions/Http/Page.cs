namespace Interactions.Functions.Http;

/// <summary>A part of a list.</summary>
/// <param name="Cursor">Where the next part begins; null where this is the last.</param>
internal sealed record Page<T>(IReadOnlyList<T> Items, string? Cursor);
