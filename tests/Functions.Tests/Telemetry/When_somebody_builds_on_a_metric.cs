using System.Text.RegularExpressions;
using Interactions.Emulator;

namespace Interactions.Functions.Tests.Telemetry;

public sealed partial class When_somebody_builds_on_a_metric
{
    [Fact]
    public void Each_is_described_and_none_that_is_not_there()
    {
        var there = Names(Path.Combine("src", "Functions", "Hosting", "Metrics.cs"), InCode());
        var described = Names(Path.Combine("docs", "telemetry.md"), InDocument());

        Assert.NotEmpty(there);
        Assert.Equal(there, described);
    }

    private static SortedSet<string> Names(string file, Regex pattern) =>
        [.. pattern.Matches(File.ReadAllText(Path.Combine(Repository.Root!, file))).Select(match => match.Groups[1].Value)];

    [GeneratedRegex("\"(interactions\\.[a-z_.]+)\"")]
    private static partial Regex InCode();

    // In the table's first column; attributes stand in another.
    [GeneratedRegex(@"(?<=^\| (?:`interactions[a-z_.]+`, )*)`(interactions\.[a-z_.]+)`(?=[^|]*\| (?:counter|gauge|histogram))", RegexOptions.Multiline)]
    private static partial Regex InDocument();
}
