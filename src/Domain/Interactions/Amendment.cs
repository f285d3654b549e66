using System.Collections.Immutable;
using System.Globalization;

namespace Interactions.Domain.Interactions;

/// <summary>What somebody says about a field, which may be that there is nothing; without it, nothing was said.</summary>
public sealed record Said<T>(T Value);

/// <summary>What is to be written differently in a record. What is null stays as it is.</summary>
public sealed record Amendment
{
    public const int LongestShortDescription = 160;
    public const int LongestDisposition = 100;
    public const int HighestPriority = 1000;
    public const int MostTags = 20;
    public const int LongestTag = 64;

    public string? ShortDescription { get; init; }

    public int? Priority { get; init; }

    public ImmutableArray<string>? Tags { get; init; }

    public Said<string?>? Language { get; init; }

    public Said<string?>? Disposition { get; init; }

    public Outcome? Outcome { get; init; }

    /// <summary>How the customer and the agent speak from now on.</summary>
    public InteractionType? Type { get; init; }

    /// <summary>The record as it says, but for its type.</summary>
    internal Interaction Of(Interaction interaction)
    {
        var description = ShortDescription?.Trim() ?? interaction.ShortDescription;
        return interaction with
        {
            ShortDescription = description,
            ShortDescriptionFilled = interaction.ShortDescriptionFilled && description == interaction.ShortDescription,
            Priority = Priority ?? interaction.Priority,
            Tags = Tags is { } tags && !tags.ToHashSet(StringComparer.Ordinal).SetEquals(interaction.Tags) ? tags : interaction.Tags,
            Language = Language is null ? interaction.Language : Language.Value,
            Disposition = Disposition is null ? interaction.Disposition : Disposition.Value,
            Outcome = Outcome ?? interaction.Outcome,
        };
    }
}

/// <summary>What a field said, and what it says now. A tag came or went by itself.</summary>
public sealed record FieldChange(string Field, string? From, string? To)
{
    internal static ImmutableArray<FieldChange> Between(Interaction before, Interaction after)
    {
        FieldChange[] fields =
        [
            new("shortDescription", before.ShortDescription, after.ShortDescription),
            new("priority", Text(before.Priority), Text(after.Priority)),
            new("language", before.Language, after.Language),
            new("disposition", before.Disposition, after.Disposition),
            new("outcome", Text(before.Outcome), Text(after.Outcome)),
            .. before.Tags.Except(after.Tags, StringComparer.Ordinal).Select(tag => new FieldChange("tags", tag, null)),
            .. after.Tags.Except(before.Tags, StringComparer.Ordinal).Select(tag => new FieldChange("tags", null, tag)),
        ];
        return [.. fields.Where(field => field.From != field.To)];
    }

    /// <summary>What is written about a matter that is over, rather than what happened with it.</summary>
    internal bool IsOpenToTheEnd => Field is "shortDescription" or "disposition" or "outcome" or "tags";

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string? Text(Outcome? outcome) => outcome?.ToString().ToLowerInvariant();
}
