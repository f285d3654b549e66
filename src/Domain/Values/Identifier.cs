namespace Interactions.Domain.Values;

/// <summary>What lines, queues, agents and users are called: short, and safe in a key, a URL and a log line.</summary>
public static class Identifier
{
    private const int Longest = 64;

    public static bool IsValid(string? text) =>
        text is { Length: > 0 and <= Longest }
        && char.IsAsciiLetterOrDigit(text[0])
        && text.All(character => char.IsAsciiLetterLower(character) || char.IsAsciiDigit(character) || character is '-' or '_' or '.' or '@');
}
