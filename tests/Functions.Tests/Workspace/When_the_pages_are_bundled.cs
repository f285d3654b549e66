using System.Text.RegularExpressions;
using Xunit.Abstractions;

namespace Interactions.Functions.Tests.Workspace;

public sealed partial class When_the_pages_are_bundled(ITestOutputHelper output)
{
    private const long Most = 150 * 1024;

    [Fact]
    public void No_more_script_than_150_KB_comes_before_something_is_shown()
    {
        var sizes = Bundle.FirstScripts().ToDictionary(name => name, Bundle.Compressed);

        output.WriteLine($"{sizes.Values.Sum()} bytes of {Most}: {string.Join(", ", sizes.Select(size => $"{size.Key} {size.Value}"))}");
        Assert.Contains(sizes.Keys, name => name.StartsWith("assets/index-", StringComparison.Ordinal));
        Assert.InRange(sizes.Values.Sum(), 1, Most);
    }

    [Fact]
    public void What_leads_for_others_is_loaded_when_they_go_there()
    {
        var first = Bundle.FirstScripts();

        Assert.All((string[])["Board-", "Console-", "Reports-"], page =>
            Assert.DoesNotContain(first, Assert.Single(Bundle.Files, name => name.StartsWith("assets/" + page, StringComparison.Ordinal) && name.EndsWith(".js", StringComparison.Ordinal)).Equals));
    }

    [Fact]
    public void All_that_the_page_names_is_there() => Assert.Superset(Bundle.Named.ToHashSet(), Bundle.Files.ToHashSet());

    [Fact]
    public void Nothing_stands_in_the_page_that_its_policy_forbids()
    {
        Assert.DoesNotMatch(InlineScript(), Bundle.Page);
        Assert.DoesNotMatch(InlineStyle(), Bundle.Page);
        Assert.DoesNotMatch(Handler(), Bundle.Page);
    }

    [Fact]
    public void Nothing_comes_from_another_host() =>
        Assert.Empty(Bundle.Files.SelectMany(name => Elsewhere().Matches(Bundle.Read(name)).Select(match => $"{name}: {match.Value}")));

    [Fact]
    public void Nothing_evaluates_texts_or_writes_markup() =>
        Assert.Empty(Bundle.Files.SelectMany(name => Sink().Matches(Bundle.Read(name)).Select(match => $"{name}: {match.Value}")));

    [Fact]
    public void Each_is_there_in_both_encodings() => Assert.All(Bundle.Files, name =>
    {
        Assert.True(File.Exists(Path.Combine(Bundle.Folder, name + ".br")), name);
        Assert.True(File.Exists(Path.Combine(Bundle.Folder, name + ".gz")), name);
    });

    [GeneratedRegex(@"<script(?![^>]*\bsrc=)", RegexOptions.IgnoreCase)]
    private static partial Regex InlineScript();

    [GeneratedRegex(@"<style\b|\sstyle\s*=", RegexOptions.IgnoreCase)]
    private static partial Regex InlineStyle();

    [GeneratedRegex(@"<[^>]*\son\w+\s*=|javascript:", RegexOptions.IgnoreCase)]
    private static partial Regex Handler();

    // Names of vocabularies look like addresses, and nobody ever goes there.
    [GeneratedRegex(@"(https?|wss?)://(?!www\.w3\.org/(2000/svg|1999/xhtml|1998/Math/MathML)\b)[^\s""'`)]*|[""'(`]//\w[^\s""'`)]*")]
    private static partial Regex Elsewhere();

    [GeneratedRegex(@"\beval\s*\(|\bnew Function\b|\bdocument\.write\b|\.insertAdjacentHTML\b|\bcreateContextualFragment\b")]
    private static partial Regex Sink();
}
