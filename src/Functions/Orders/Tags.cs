using Interactions.Domain.Interactions;
using Interactions.Functions.Console.Checks;
using Interactions.Functions.Http;

namespace Interactions.Functions.Orders;

/// <summary>What is wrong with tags that somebody gives.</summary>
internal static class Tags
{
    public static Problem? ProblemWith(IReadOnlyList<string?> tags)
    {
        if (tags.Count > Amendment.MostTags)
            return Problems.InvalidField("tags", $"may have {Amendment.MostTags} entries at most");
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (place, tag) in tags.Index())
        {
            if (!Words.IsWord(tag))
                return Problems.InvalidField("tags", place, $"has to be a word or a few, of at most {Amendment.LongestTag} characters, without blanks around them");
            if (!seen.Add(tag!))
                return Problems.InvalidField("tags", place, "is there twice");
        }

        return null;
    }
}
