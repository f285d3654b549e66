using System.Globalization;
using System.Text.RegularExpressions;
using Interactions.Domain.Routing;
using Interactions.Functions.Http;
using Interactions.Functions.Storage.Configuration;

namespace Interactions.Functions.Console.Checks;

/// <summary>What can be wrong with what a rule asks about.</summary>
internal static class WhenFaults
{
    public const int MostOfOne = 50;
    public const int MostAttributes = 10;
    public const int LongestText = 200;
    public const int LongestPattern = 500;

    public static IEnumerable<Fault> In(WhenDocument when) =>
    [
        .. InList("when.lines", when.Lines, line => line.Length <= LongestText, "is not an id"),
        .. InList("when.contains", when.Contains, IsText, $"has to be a text of at most {LongestText} characters, and not only blanks"),
        .. InPattern(when.Matches),
        .. InList("when.tags", when.Tags, Words.IsWord, "is not a tag"),
        .. InAttributes(when.Attributes),
        .. InList("when.languages", when.Languages, LanguageTag.IsOne, LanguageTag.Otherwise),
    ];

    private static IEnumerable<Fault> InList(string field, IReadOnlyList<string?>? list, Func<string, bool> isRight, string otherwise)
    {
        if (list is null)
            return [];
        if (list.Count is 0 or > MostOfOne)
        {
            return [new(field, list.Count == 0
                ? "is empty, so that the rule would never be met: leave it out where it is not to be asked"
                : string.Create(CultureInfo.InvariantCulture, $"has {list.Count} entries, and may have {MostOfOne}"))];
        }

        return
        [
            .. list.Index().Where(entry => entry.Item is null || !isRight(entry.Item)).Select(entry => new Fault($"{field}[{entry.Index}]", otherwise)),
            .. Repeated.FaultsIn(field, list),
        ];
    }

    private static IEnumerable<Fault> InAttributes(IReadOnlyDictionary<string, IReadOnlyList<string>>? attributes)
    {
        const string Field = "when.attributes";
        if (attributes is null)
            yield break;
        if (attributes.Count == 0)
            yield return new(Field, "is empty: leave it out where it is not to be asked");
        if (attributes.Count > MostAttributes)
            yield return new(Field, string.Create(CultureInfo.InvariantCulture, $"has {attributes.Count} entries, and may have {MostAttributes}"));
        foreach (var (name, values) in attributes)
        {
            if (!Words.IsWord(name))
                yield return new(Field, "has a name that is not an attribute's");
            foreach (var fault in InList($"{Field}.{name}", values ?? [], IsText, $"has to be a text of at most {LongestText} characters"))
                yield return fault;
        }
    }

    private static IEnumerable<Fault> InPattern(string? pattern)
    {
        if (pattern is not null && WhyNot(pattern) is { } reason)
            yield return new("when.matches", reason);
    }

    private static string? WhyNot(string pattern)
    {
        if (pattern.Length is 0 or > LongestPattern)
            return string.Create(CultureInfo.InvariantCulture, $"has to have from 1 to {LongestPattern} characters");
        try
        {
            _ = new Condition.TextMatches(pattern);
            return null;
        }
        catch (NotSupportedException)
        {
            return "asks for more than can be answered in a bounded time: no lookarounds, backreferences, atomic groups or large repetitions";
        }
        catch (RegexParseException wrong)
        {
            return string.Create(CultureInfo.InvariantCulture, $"is not a pattern: {wrong.Error} at character {wrong.Offset}");
        }
        catch (ArgumentException)
        {
            return "is not a pattern";
        }
    }

    private static bool IsText(string text) => !string.IsNullOrWhiteSpace(text) && text.Length <= LongestText;
}
