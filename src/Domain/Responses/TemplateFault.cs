namespace Interactions.Domain.Responses;

/// <summary>What cannot be read in a text with placeholders.</summary>
/// <param name="At">Its place, from one.</param>
/// <param name="Name">The placeholder that is not known; null where it is a brace alone.</param>
public sealed record TemplateFault(int At, string? Name);
