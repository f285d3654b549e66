using System.Text.RegularExpressions;
using Interactions.Emulator;

namespace Interactions.Functions.Tests.Docs;

/// <summary>A page of the repository, as those read it who follow it.</summary>
internal sealed partial class Manual
{
    private Manual(string path)
    {
        Path = path;
        Text = File.ReadAllText(path);
        Prose = Fences().Replace(Text, "");
        Commands = [.. Fences().Matches(Text).Select(fence => fence.Groups["code"].Value.Replace("\\\n", " ", StringComparison.Ordinal))];
        Words = [.. InCode().Matches(Prose).Select(code => code.Groups[1].Value)];
        Anchors = AnchorsOf(Prose);
    }

    public string Path { get; }

    public string Text { get; }

    /// <summary>Without what is typed and what comes back.</summary>
    public string Prose { get; }

    /// <summary>What is typed, with what comes back.</summary>
    public IReadOnlyList<string> Commands { get; }

    /// <summary>What is set in code within a sentence.</summary>
    public IReadOnlyList<string> Words { get; }

    public IReadOnlySet<string> Anchors { get; }

    /// <summary>Links to other pages of the repository, and within this one.</summary>
    public IEnumerable<string> Links => Link().Matches(Prose)
        .Select(link => link.Groups[1].Value)
        .Where(link => !link.Contains("://", StringComparison.Ordinal));

    public static Manual Of(string path) => new(In(path));

    public static IEnumerable<Manual> All() =>
        [Of("README.md"), Of("CHANGELOG.md"), .. Directory.GetFiles(In("docs"), "*.md", SearchOption.AllDirectories).Order(StringComparer.Ordinal).Select(path => new Manual(path))];

    /// <summary>Somewhere in the repository.</summary>
    public static string In(string path) => System.IO.Path.Combine(Repository.Root!, path);

    /// <summary>The headings of a section, one level below it.</summary>
    public IReadOnlyList<string> HeadingsBelow(string section) =>
        [.. Section(section).Split('\n').Where(line => line.StartsWith("### ", StringComparison.Ordinal)).Select(line => line[4..].Trim())];

    /// <summary>From a heading to the next of the same level.</summary>
    public string Section(string heading)
    {
        var level = heading[..(heading.IndexOf(' ', StringComparison.Ordinal) + 1)];
        var start = Text.IndexOf($"\n{heading}\n", StringComparison.Ordinal);
        Assert.True(start >= 0, $"{Path} has no {heading}");
        var end = Text.IndexOf($"\n{level}", start + heading.Length, StringComparison.Ordinal);
        return end < 0 ? Text[start..] : Text[start..end];
    }

    // As they are made where the repository is read.
    private static HashSet<string> AnchorsOf(string prose)
    {
        var anchors = new HashSet<string>(StringComparer.Ordinal);
        foreach (Match heading in Heading().Matches(prose))
        {
            var name = NotInAnchors().Replace(heading.Groups[1].Value.Trim().ToLowerInvariant(), "").Replace(' ', '-');
            for (var (anchor, n) = (name, 1); !anchors.Add(anchor); n++)
                anchor = $"{name}-{n}";
        }

        return anchors;
    }

    [GeneratedRegex(@"^[ ]*```\w*\n(?<code>.*?)^[ ]*```[ ]*$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Fences();

    [GeneratedRegex("`([^`\n]+)`")]
    private static partial Regex InCode();

    [GeneratedRegex(@"\]\(([^)\s]+)\)")]
    private static partial Regex Link();

    [GeneratedRegex("^#{1,6} (.+)$", RegexOptions.Multiline)]
    private static partial Regex Heading();

    [GeneratedRegex(@"[^\p{L}\p{N} _-]")]
    private static partial Regex NotInAnchors();
}
