using Interactions.Domain.Interactions;
using Interactions.Functions.Http;

namespace Interactions.Functions.Console.Checks;

/// <summary>What skills, tags and attributes are called.</summary>
internal static class Words
{
    public const int Longest = Amendment.LongestTag;

    public static IEnumerable<Fault> FaultsIn(string field, IReadOnlyList<string?> words) =>
    [
        .. words.Index().Where(word => !IsWord(word.Item)).Select(word => new Fault(
            $"{field}[{word.Index}]", $"has to be a word or a few, of at most {Longest} characters, without blanks around them")),
        .. Repeated.FaultsIn(field, words),
    ];

    public static bool IsWord(string? word) =>
        word is { Length: > 0 and <= Longest } && word.Trim().Length == word.Length && !word.Any(char.IsControl);
}
