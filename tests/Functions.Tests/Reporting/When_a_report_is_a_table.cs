using System.Text;
using Interactions.Domain.Interactions;
using Interactions.Functions.Reporting;

namespace Interactions.Functions.Tests.Reporting;

public sealed class When_a_report_is_a_table
{
    [Fact]
    public async Task It_is_read_back_as_it_was_meant()
    {
        await using var office = await Office.OpenAsync();
        var at = office.Clock.GetUtcNow().AddMinutes(-1);
        await office.ShowAsync(Office.AClosed(at) with { Disposition = "=cmd|' /C calc'!A0" });
        await office.ShowAsync(Office.AClosed(at, queue: "billing") with { Disposition = "said \"no\", twice\nand left", Outcome = Outcome.Unresolved });

        var (type, text) = await office.TableAsync("queues", "");

        Assert.Equal("text/csv; charset=utf-8", type);
        var lines = Parsed(text);
        Assert.All(lines, line => Assert.Equal(lines[0].Length, line.Length));
        Assert.Equal(["queue", "from", "to", "closed"], lines[0][..4]);
        Assert.Equal(["billing", "2031-05-06", "2031-05-06", "1"], lines[1][..4]);
        Assert.Equal("said \"no\", twice\nand left: 1", lines[1][^1]);
        Assert.Equal("'=cmd|' /C calc'!A0: 1", lines[2][^1]);
        Assert.EndsWith("\r\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Each_column_holds_what_its_name_says()
    {
        await using var office = await Office.OpenAsync();
        await office.ShowAsync(Office.AClosed(office.Clock.GetUtcNow().AddMinutes(-1)));

        var (names, cells) = Parsed((await office.TableAsync("queues", "")).Text) is [var first, var second] ? (first, second) : ([], []);
        var item = (await office.ReportAsync("queues"))["items"].AsArray().Single()!;

        Assert.Equal(item["id"]!.ToString(), cells[0]);
        foreach (var (name, cell) in names.Zip(cells).Skip(3).SkipLast(1))
        {
            var part = name.EndsWith("Average", StringComparison.Ordinal) ? "average" : name.EndsWith("P90", StringComparison.Ordinal) ? "p90" : null;
            var told = part is null ? item[name] : item[name[..^part.Length]]![part];
            Assert.True(told!.ToString() == cell, $"{name} is {cell}, and {told} in JSON");
        }
    }

    [Theory]
    [InlineData("text/csv", true)]
    [InlineData("text/csv;q=0.9, application/json;q=0.5", true)]
    [InlineData("text/*", true)]
    [InlineData("application/json, text/csv", false)]
    [InlineData("application/json, text/csv;q=0.5", false)]
    [InlineData("text/csv;q=0", false)]
    [InlineData("image/png", false)]
    [InlineData("*/*", false)]
    [InlineData("nonsense;;", false)]
    public async Task Who_asks_for_one_gets_one_and_everybody_else_JSON(string accept, bool isTable)
    {
        await using var office = await Office.OpenAsync();

        var (type, _) = await office.TableAsync("agents", "", accept);

        Assert.StartsWith(isTable ? "text/csv" : "application/json", type, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("=1+1")]
    [InlineData("+1")]
    [InlineData("-1")]
    [InlineData("@SUM(A1)")]
    [InlineData("\t=1")]
    [InlineData("\r=1")]
    public void No_cell_is_taken_for_a_formula(string text)
    {
        var cell = Parsed(Csv.Of(["name"], [[text]]))[1][0];

        Assert.Equal("'" + text, cell);
    }

    // By the grammar of RFC 4180.
    private static string[][] Parsed(string text)
    {
        var (lines, line, cell, quoted) = (new List<string[]>(), new List<string>(), new StringBuilder(), false);
        for (var n = 0; n < text.Length; n++)
        {
            if (quoted && text[n] == '"' && n + 1 < text.Length && text[n + 1] == '"')
                cell.Append(text[n++]);
            else if (text[n] == '"')
                quoted = !quoted;
            else if (!quoted && text[n] == ',')
                Next();
            else if (!quoted && text[n] == '\r' && text[n + 1] == '\n')
            {
                Next();
                lines.Add([.. line]);
                line.Clear();
                n++;
            }
            else
                cell.Append(text[n]);
        }

        Assert.Equal(0, cell.Length + line.Count);
        return [.. lines];

        void Next()
        {
            line.Add(cell.ToString());
            cell.Clear();
        }
    }
}
