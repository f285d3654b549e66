using Interactions.Domain.Values;

namespace Interactions.Domain.Interactions;

public enum TaskKind
{
    Incident,
    Case,
    Request,
}

/// <summary>Something that others have to do about the matter, wherever they do it. It never changes here.</summary>
/// <param name="Task">The how-manieth of its interaction.</param>
public sealed record RelatedTask(
    InteractionId Interaction,
    int Task,
    TaskKind Kind,
    string ShortDescription,
    string? Description,
    string? Reference,
    string? Url,
    Actor CreatedBy,
    DateTimeOffset CreatedAt)
{
    /// <summary>Whether what it was about is gone.</summary>
    public bool IsErased { get; init; }

    public const int LongestDescription = 4000;
    public const int LongestReference = 100;
    public const int LongestUrl = 2000;
}
