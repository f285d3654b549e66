namespace Interactions.Functions.Http;

/// <summary>What people write into a field: as long as it may be, and without characters that nobody can see.</summary>
internal static class Texts
{
    /// <summary>What is wrong with one line; null where there is nothing, or no line.</summary>
    public static Problem? ProblemWithLine(string field, string? text, int longest) =>
        text is null || (text.Length <= longest && !text.Any(char.IsControl))
            ? null
            : Problems.InvalidField(field, $"has to be one line of at most {longest} characters");

    /// <summary>The same for a text that may have several.</summary>
    public static Problem? ProblemWithText(string field, string? text, int longest) =>
        text is null || (text.Length <= longest && !text.Any(IsUnseen))
            ? null
            : Problems.InvalidField(field, $"may have {longest} characters at most, and none that control something besides line breaks and tabs");

    /// <summary>Nothing where there is only space.</summary>
    public static string? Said(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    private static bool IsUnseen(char character) => char.IsControl(character) && character is not ('\n' or '\r' or '\t');
}
