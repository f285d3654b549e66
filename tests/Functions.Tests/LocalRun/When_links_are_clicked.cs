using System.Text.RegularExpressions;
using Interactions.Emulator;

namespace Interactions.Functions.Tests.LocalRun;

public sealed partial class When_links_are_clicked
{
    [Fact]
    public void Every_page_and_picture_of_ours_is_there_and_so_is_the_place_in_it()
    {
        var broken = from page in Pages()
                     from Match link in Links().Matches(File.ReadAllText(page))
                     let to = link.Groups[1].Value
                     where !to.Contains("://", StringComparison.Ordinal)
                     where !Leads(page, to)
                     select $"{Path.GetRelativePath(Repository.RootOrHere, page)}: {to}";

        Assert.Empty(broken);
    }

    private static bool Leads(string page, string to)
    {
        var parts = to.Split('#', 2);
        var target = parts[0].Length == 0 ? page : Path.GetFullPath(Path.Combine(Path.GetDirectoryName(page)!, parts[0]));
        if (!File.Exists(target))
            return Directory.Exists(target);
        return parts.Length == 1 || File.ReadLines(target).Any(line => line.StartsWith('#') && Anchor(line) == parts[1]);
    }

    private static string Anchor(string heading) =>
        NotInAnchors().Replace(heading.TrimStart('#').Trim().ToLowerInvariant(), "").Replace(' ', '-');

    private static IEnumerable<string> Pages() =>
        Directory.GetFiles(Path.Combine(Repository.RootOrHere, "docs"), "*.md", SearchOption.AllDirectories)
            .Append(Path.Combine(Repository.RootOrHere, "README.md"))
            .Append(Path.Combine(Repository.RootOrHere, "CHANGELOG.md"));

    [GeneratedRegex(@"\]\(([^)\s]+)\)")]
    private static partial Regex Links();

    [GeneratedRegex(@"[^\w\- ]")]
    private static partial Regex NotInAnchors();
}
