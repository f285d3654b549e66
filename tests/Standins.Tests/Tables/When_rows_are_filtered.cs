using System.Text;
using Azure;
using Azure.Data.Tables;

namespace Interactions.Standins.Tests.Tables;

[Collection(TablesEmulatorDefinition.Name)]
public sealed class When_rows_are_filtered(TablesEmulator emulator)
{
    private static readonly DateTimeOffset Moment = new DateTimeOffset(2026, 10, 17, 12, 0, 0, TimeSpan.Zero).AddTicks(1234567);
    private static readonly Guid Id = Guid.Parse("01234567-89ab-cdef-0123-456789abcdef");

    public static TheoryData<FormattableString, string> Literals => new()
    {
        { $"P eq {"it's"}", "P eq 'it''s'" },
        { $"P eq {"' or '1' eq '1"}", "P eq ''' or ''1'' eq ''1'" },
        { $"P eq {"{0}"}", "P eq '{0}'" },
        { $"P eq {'\''}", "P eq ''''" },
        { $"P eq {new StringBuilder("it's")}", "P eq 'it''s'" },
        { $"P eq {true} or P eq {false}", "P eq true or P eq false" },
        { $"P eq {(sbyte)-1} {(byte)2} {(short)-3} {(ushort)4} {-5} {6u}", "P eq -1 2 -3 4 -5 6" },
        { $"P eq {-7L} {8UL}", "P eq -7L 8L" },
        { $"P eq {1.5} {2.0} {-0.25f} {3f} {1e300}", "P eq 1.5 2.0 -0.25 3.0 1E+300" },
        { $"P eq {1.50m}", "P eq 1.50" },
        { $"P eq {Id}", "P eq guid'01234567-89ab-cdef-0123-456789abcdef'" },
        { $"P eq {Moment}", "P eq datetime'2026-10-17T12:00:00.1234567Z'" },
        { $"P eq {Moment.ToOffset(TimeSpan.FromHours(5))}", "P eq datetime'2026-10-17T12:00:00.1234567Z'" },
        { $"P eq {Moment.UtcDateTime}", "P eq datetime'2026-10-17T12:00:00.1234567Z'" },
        { $"P eq {new byte[] { 0, 10, 255 }}", "P eq X'000AFF'" },
        { $"P eq {new BinaryData([16, 32])}", "P eq X'1020'" },
        { $"P eq {null}", "P eq null" },
    };

    [Theory]
    [MemberData(nameof(Literals))]
    public void A_value_becomes_a_literal(FormattableString filter, string expected)
    {
        Assert.Equal(expected, TableClient.CreateQueryFilter(filter));
        Assert.Equal(expected, TableServiceClient.CreateQueryFilter(filter));
    }

    [Fact]
    public void A_value_without_a_literal_is_refused()
    {
        Assert.Throws<ArgumentException>(() => TableClient.CreateQueryFilter($"P eq {new object()}"));
        Assert.Null(TableClient.CreateQueryFilter(null));
    }

    public static TheoryData<FormattableString> Matching =>
    [
        $"Text eq {"it's 你好"}",
        $"Flag eq {true}",
        $"Int32 eq {1}",
        $"Int64 eq {9007199254740993L}",
        $"Double eq {2.0}",
        $"Double gt {1.5}",
        $"Id eq {Id}",
        $"Moment eq {Moment}",
        $"Moment lt {Moment.AddSeconds(1)}",
        $"Bytes eq {new byte[] { 1, 171 }}",
        $"RowKey ge {"match"} and RowKey lt {"match~"}",
        $"not (Int32 eq {2}) and (Flag eq {true} or Flag eq {false})",
    ];

    [Theory]
    [MemberData(nameof(Matching))]
    public async Task The_service_understands_the_literals(FormattableString filter)
    {
        var table = await TableWithRowsAsync();

        var found = await KeysAsync(table.QueryAsync<TableEntity>(TableClient.CreateQueryFilter(filter)));

        Assert.Equal(["match"], found);
    }

    [Fact]
    public async Task Only_the_selected_properties_come()
    {
        var table = await TableWithRowsAsync();

        await foreach (var row in table.QueryAsync<TableEntity>("RowKey eq 'match'", select: ["Int64", "RowKey"]))
        {
            Assert.Equal(("match", 9007199254740993L), (row.RowKey, row["Int64"]));
            Assert.Null(row["Text"]);
        }
    }

    [Fact]
    public async Task Nothing_found_is_an_empty_page()
    {
        var table = await TableWithRowsAsync();

        Assert.Empty(await KeysAsync(table.QueryAsync<TableEntity>("RowKey eq 'nobody'")));
    }

    [Fact]
    public async Task A_filter_that_is_none_is_refused()
    {
        var table = await TableWithRowsAsync();

        var failure = await Assert.ThrowsAsync<RequestFailedException>(
            () => KeysAsync(table.QueryAsync<TableEntity>("this is no filter")));

        Assert.Equal(400, failure.Status);
    }

    private async Task<TableClient> TableWithRowsAsync()
    {
        var table = await emulator.NewTableAsync();
        await table.AddEntityAsync(new TableEntity("p", "match")
        {
            ["Text"] = "it's 你好",
            ["Flag"] = true,
            ["Int32"] = 1,
            ["Int64"] = 9007199254740993L,
            ["Double"] = 2.0,
            ["Id"] = Id,
            ["Moment"] = Moment,
            ["Bytes"] = new byte[] { 1, 171 },
        });
        await table.AddEntityAsync(new TableEntity("p", "other")
        {
            ["Text"] = "its",
            ["Flag"] = false,
            ["Int32"] = 2,
            ["Int64"] = 9007199254740999L,
            ["Double"] = 1.0,
            ["Id"] = Guid.Empty,
            ["Moment"] = Moment.AddDays(1),
            ["Bytes"] = new byte[] { 1 },
        });
        return table;
    }

    private static async Task<List<string>> KeysAsync(AsyncPageable<TableEntity> query)
    {
        var keys = new List<string>();
        await foreach (var row in query)
            keys.Add(row.RowKey);
        return keys;
    }
}
