using System.Globalization;
using Azure.Data.Tables;

namespace Interactions.Standins.Tests.Tables;

[Collection(TablesEmulatorDefinition.Name)]
public sealed class When_values_go_to_the_table_and_back(TablesEmulator emulator)
{
    public static TheoryData<object> Values =>
    [
        true,
        false,
        0,
        int.MinValue,
        int.MaxValue,
        0L,
        1L,
        long.MinValue,
        long.MaxValue,
        9007199254740993L, // what a double cannot hold
        1.0,
        0.1,
        -1.5e-300,
        123456789.0,
        5e-324,
        1.7976931348623157e308 / 10,
        double.NaN,
        double.PositiveInfinity,
        double.NegativeInfinity,
        "",
        "plain",
        " spaces at both ends ",
        "2026-01-02T03:04:05.0000000Z", // text that looks like a moment stays text
        "1",
        "it's \"quoted\" \\ / <&>",
        "line\r\nbreak\ttab\u0001\u001f",
        "Grüße, 你好, مرحبا, 👩‍👩‍👧",
        Guid.Parse("01234567-89ab-cdef-0123-456789abcdef"),
        Guid.Empty,
    ];

    [Theory]
    [MemberData(nameof(Values))]
    public async Task A_value_returns_as_it_went(object value)
    {
        var returned = await ThereAndBackAsync(value);

        Assert.Equal(value.GetType(), returned.GetType());
        Assert.Equal(value, returned);
    }

    [Theory]
    [InlineData("2026-10-17T12:34:56.1234567+00:00")]
    [InlineData("2026-10-17T12:34:56.0000001+00:00")]
    [InlineData("2026-10-17T12:34:56+00:00")]
    [InlineData("2026-10-17T12:34:56.1234567+05:30")]
    [InlineData("1601-01-01T00:00:00+00:00")]
    [InlineData("9999-12-31T23:59:59.9999999+00:00")]
    public async Task A_moment_returns_to_the_tick_in_utc(string text)
    {
        var moment = DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);

        var returned = Assert.IsType<DateTimeOffset>(await ThereAndBackAsync(moment));

        Assert.Equal(moment, returned);
        Assert.Equal(TimeSpan.Zero, returned.Offset);
    }

    [Fact]
    public async Task A_date_and_time_returns_as_a_moment()
    {
        var moment = new DateTime(2026, 10, 17, 12, 34, 56, DateTimeKind.Utc).AddTicks(1234567);

        var returned = await EntityThereAndBackAsync(moment);

        Assert.IsType<DateTimeOffset>(returned["Value"]);
        Assert.Equal(moment, returned.GetDateTime("Value"));
        Assert.Equal(DateTimeKind.Utc, returned.GetDateTime("Value")!.Value.Kind);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(256)]
    [InlineData(64 * 1024)]
    public async Task Bytes_return_as_they_went(int length)
    {
        var bytes = Enumerable.Range(0, length).Select(i => (byte)(i * 7)).ToArray();

        var plain = await EntityThereAndBackAsync(bytes);
        var wrapped = await EntityThereAndBackAsync(new BinaryData(bytes));

        Assert.Equal(bytes, Assert.IsType<byte[]>(plain["Value"]));
        Assert.Equal(bytes, plain.GetBinaryData("Value").ToArray());
        Assert.Equal(bytes, wrapped.GetBinary("Value"));
    }

    [Fact]
    public async Task Minus_zero_keeps_its_sign_on_the_way_out()
    {
        var network = new ScriptedTransport(ScriptedTransport.Answer(204));
        var table = new TableClient(emulator.ConnectionString, "any", new TableClientOptions { Transport = network });

        await table.AddEntityAsync(new TableEntity("p", "r") { ["Value"] = -0.0 });

        Assert.EndsWith("\"Value@odata.type\":\"Edm.Double\",\"Value\":-0}", network.Sent[0].Body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"Value@odata.type":"Edm.Double","Value":"NaN"}""", double.NaN)]
    [InlineData("""{"Value":-0.0}""", -0.0)]
    [InlineData("""{"Value":2.0}""", 2.0)]
    [InlineData("""{"Value":1E+20}""", 1e20)]
    [InlineData("""{"Value":4294967296}""", 4294967296L)]
    [InlineData("""{"Value@odata.type":"Edm.Int64","Value":"7"}""", 7L)]
    [InlineData("""{"Value":7}""", 7)]
    public async Task An_answer_is_read_by_the_types_it_tells(string answer, object expected)
    {
        var network = new ScriptedTransport(ScriptedTransport.Answer(200, answer));
        var table = new TableClient(emulator.ConnectionString, "any", new TableClientOptions { Transport = network });

        var value = (await table.GetEntityAsync<TableEntity>("p", "r")).Value["Value"];

        Assert.Equal(expected.GetType(), value.GetType());
        Assert.Equal(expected, value);
        if (value is double number)
            Assert.Equal(double.IsNegative((double)expected), double.IsNegative(number));
    }

    [Fact]
    public async Task A_selected_property_the_entity_lacks_is_null()
    {
        var network = new ScriptedTransport(ScriptedTransport.Answer(200, """{"Value":null,"Timestamp":null}"""));
        var table = new TableClient(emulator.ConnectionString, "any", new TableClientOptions { Transport = network });

        var read = (await table.GetEntityAsync<TableEntity>("p", "r", ["Value", "Timestamp"])).Value;

        Assert.Equal((null, null), (read["Value"], read.Timestamp));
    }

    [Fact]
    public async Task Half_a_surrogate_pair_becomes_the_replacement_character()
    {
        Assert.Equal("a\uFFFDb", await ThereAndBackAsync("a\ud83db"));
    }

    [Fact]
    public async Task A_time_of_an_unknown_zone_is_refused()
    {
        var local = new DateTime(2026, 10, 17, 0, 0, 0, DateTimeKind.Unspecified);

        await Assert.ThrowsAsync<NotSupportedException>(() => ThereAndBackAsync(local));
    }

    [Theory]
    [InlineData('c')]
    [InlineData((short)1)]
    [InlineData(DayOfWeek.Monday)]
    public async Task A_type_no_table_can_hold_is_refused(object value)
    {
        await Assert.ThrowsAsync<NotSupportedException>(() => ThereAndBackAsync(value));
    }

    private async Task<object> ThereAndBackAsync(object value) => (await EntityThereAndBackAsync(value))["Value"];

    private async Task<TableEntity> EntityThereAndBackAsync(object value)
    {
        var table = await emulator.NewTableAsync();
        await table.AddEntityAsync(new TableEntity("p", "r") { ["Value"] = value });
        return (await table.GetEntityAsync<TableEntity>("p", "r")).Value;
    }
}
