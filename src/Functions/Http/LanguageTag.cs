using System.Text.RegularExpressions;

namespace Interactions.Functions.Http;

/// <summary>How languages are named (BCP 47), as far as it shows without a list of them.</summary>
internal static partial class LanguageTag
{
    public const string Otherwise = "has to be a language tag such as en or pt-BR";

    public static bool IsOne(string text) => Pattern().IsMatch(text);

    [GeneratedRegex(@"^(?=.{2,35}\z)[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*\z", RegexOptions.CultureInvariant)]
    private static partial Regex Pattern();
}
