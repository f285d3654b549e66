namespace Interactions.Functions.Console.Rules;

/// <summary>A message that nobody sent, for which the rules are asked.</summary>
internal sealed class SampleDocument
{
    /// <summary>The line's id, or the number that is written to.</summary>
    public string? Line { get; set; }

    public string Text { get; set; } = "";

    /// <summary>The address that it comes from, with everything that is known of it.</summary>
    public string? From { get; set; }

    /// <summary>The user who writes, in the place of the address's own.</summary>
    public string? User { get; set; }

    /// <summary>In the place of the user's own.</summary>
    public string? Language { get; set; }

    /// <summary>In the place of the user's own.</summary>
    public IReadOnlyDictionary<string, string>? Attributes { get; set; }

    /// <summary>Tags that it has before the first rule is asked.</summary>
    public IReadOnlyList<string> Tags { get; set; } = [];

    /// <summary>When it comes; now where nothing is said.</summary>
    public DateTimeOffset? At { get; set; }

    /// <summary>In the place of those that are stored.</summary>
    public IReadOnlyList<DraftRuleDocument>? Rules { get; set; }
}
