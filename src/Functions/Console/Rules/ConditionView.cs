using Interactions.Domain.Routing;

namespace Interactions.Functions.Console.Rules;

/// <summary>How a condition was answered, for programs and in words.</summary>
/// <param name="Condition">As it is called where a rule is written down.</param>
/// <param name="Attribute">Which one of the user.</param>
/// <param name="Actual">What was found; null where that is nothing, or the text itself.</param>
internal sealed record ConditionView(string Condition, string? Attribute, IReadOnlyList<string> Expected, string? Actual, string Reason)
{
    public static ConditionView Of(Condition condition, Subject subject, bool isMet) => condition switch
    {
        Condition.OnLine asked => new(
            "lines", null, [.. asked.AnyOf.Select(line => line.Value)], subject.Line.Value,
            $"it comes to the line '{subject.Line}'" + Unless(isMet, $", and not to {OneOf(asked.AnyOf.Select(line => line.Value))}")),
        Condition.InHours asked => new(
            "inHours", null, [Truth(asked.Inside)], Truth(subject.IsOpen), subject.IsOpen ? "the line is open" : "the line is closed"),
        Condition.Tagged asked => new(
            "tags", null, asked.AnyOf, null, $"it has {(isMet ? "a tag" : "no tag")} among {OneOf(asked.AnyOf)}"),
        Condition.Speaks asked => new(
            "languages", null, asked.AnyOf, subject.Language, Said("the user's language", subject.Language, asked.AnyOf, isMet)),
        Condition.UserHas asked => Of(asked, subject.Attributes.GetValueOrDefault(asked.Attribute), isMet),
        Condition.TextContains asked => new(
            "contains", null, asked.AnyOf, null, $"the text {(isMet ? "contains" : "does not contain")} {OneOf(isMet ? Found(asked, subject) : asked.AnyOf)}"),
        Condition.TextMatches asked => new(
            "matches", null, [asked.Pattern], null, $"the text {(isMet ? "matches" : "does not match")} '{asked.Pattern}'"),
        _ => throw new NotSupportedException($"Nobody has words for {condition.GetType().Name}."),
    };

    private static ConditionView Of(Condition.UserHas asked, string? actual, bool isMet) => new(
        "attributes", asked.Attribute, asked.AnyOf, actual, Said($"the user's '{asked.Attribute}'", actual, asked.AnyOf, isMet));

    private static string Said(string what, string? actual, IEnumerable<string> expected, bool isMet) => actual is null
        ? $"{what} is not known"
        : $"{what} is '{actual}'" + Unless(isMet, $", and not {OneOf(expected)}");

    private static IEnumerable<string> Found(Condition.TextContains asked, Subject subject) =>
        asked.AnyOf.Where(words => subject.Text.Contains(words, StringComparison.OrdinalIgnoreCase)).Take(1);

    private static string Unless(bool isMet, string words) => isMet ? "" : words;

    private static string OneOf(IEnumerable<string> words) => string.Join(" or ", words.Select(word => $"'{word}'"));

    private static string Truth(bool value) => value ? "true" : "false";
}
