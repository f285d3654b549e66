using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Interactions.Domain.Routing;
using Interactions.Domain.Values;

namespace Interactions.Functions.Storage.Configuration;

/// <summary>What a rule asks about, all of which has to be so. What is not mentioned is not asked about.</summary>
internal sealed class WhenDocument
{
    private static readonly Dictionary<string, IReadOnlyList<string>> NoAttributes = [];

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<string>? Lines { get; set; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<string>? Contains { get; set; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Matches { get; set; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<string>? Tags { get; set; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyDictionary<string, IReadOnlyList<string>>? Attributes { get; set; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<string>? Languages { get; set; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public bool? InHours { get; set; }

    /// <summary>What costs least is asked first.</summary>
    public IEnumerable<Condition> ToConditions()
    {
        if (Lines is not null)
            yield return new Condition.OnLine([.. SomeOf(Lines).Select(line => LineId.Parse(line))]);
        if (InHours is { } inside)
            yield return new Condition.InHours(inside);
        if (Tags is not null)
            yield return new Condition.Tagged(SomeOf(Tags));
        if (Languages is not null)
            yield return new Condition.Speaks(SomeOf(Languages));
        foreach (var (name, values) in (Attributes ?? NoAttributes).OrderBy(attribute => attribute.Key, StringComparer.Ordinal))
            yield return new Condition.UserHas(name, SomeOf(values));
        if (Contains is not null)
            yield return new Condition.TextContains(SomeOf(Contains));
        if (Matches is not null)
            yield return new Condition.TextMatches(Matches);
    }

    public static ImmutableArray<string> Some(IReadOnlyList<string?>? words) =>
        words is not null && words.All(word => word is not null) ? [.. words!] : throw new FormatException("A word is missing.");

    private static ImmutableArray<string> SomeOf(IReadOnlyList<string?>? words) =>
        Some(words) is { Length: > 0 } some ? some : throw new FormatException("Nothing is one of none.");
}
