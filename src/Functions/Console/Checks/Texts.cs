using System.Globalization;
using Interactions.Functions.Http;

namespace Interactions.Functions.Console.Checks;

/// <summary>What is sent to customers.</summary>
internal static class Texts
{
    /// <summary>More is refused by the provider.</summary>
    public const int Longest = 1600;

    public static IEnumerable<Fault> FaultsIn(params IEnumerable<(string Field, string? Text)> texts)
    {
        foreach (var (field, text) in texts)
        {
            if (text is null)
                continue;
            if (string.IsNullOrWhiteSpace(text))
                yield return new(field, "is empty: leave it out where nothing is to be sent");
            else if (text.Length > Longest)
                yield return new(field, string.Create(CultureInfo.InvariantCulture, $"has {text.Length} characters, and may have {Longest}"));
            else if (text.Any(character => char.IsControl(character) && character is not ('\n' or '\r' or '\t')))
                yield return new(field, "has a control character in it");
        }
    }
}
