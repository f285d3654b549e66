using System.Runtime.Serialization;
using Azure;
using Azure.Data.Tables;

namespace Interactions.Standins.Tests.Tables;

[Collection(TablesEmulatorDefinition.Name)]
public sealed class When_an_entity_type_is_our_own(TablesEmulator emulator)
{
    private static readonly DateTimeOffset Moment = new DateTimeOffset(2026, 10, 17, 12, 0, 0, TimeSpan.Zero).AddTicks(7);

    [Fact]
    public async Task Every_property_returns_as_it_went()
    {
        var table = await emulator.NewTableAsync();
        var sent = Full();

        var added = await table.AddEntityAsync(sent);
        var read = (await table.GetEntityAsync<Everything>("p", "r")).Value;

        Assert.Equal(added.Headers.ETag, read.ETag);
        Assert.NotNull(read.Timestamp);
        Assert.Equal(sent.Bytes, read.Bytes);
        Assert.Equal(sent.Data!.ToArray(), read.Data!.ToArray());
        Assert.Equal(
            sent with { Bytes = null, Data = null, ETag = default, Timestamp = null, Ignored = null },
            read with { Bytes = null, Data = null, ETag = default, Timestamp = null });
    }

    [Fact]
    public async Task What_is_null_is_not_stored_and_returns_null()
    {
        var table = await emulator.NewTableAsync();

        await table.AddEntityAsync(new Everything { PartitionKey = "p", RowKey = "r" });
        var read = (await table.GetEntityAsync<Everything>("p", "r")).Value;
        var stored = (await table.GetEntityAsync<TableEntity>("p", "r")).Value;

        Assert.Equal((null, null, null), (read.Text, read.MaybeInt64, read.MaybeMoment));
        Assert.False(stored.ContainsKey("MaybeInt64"));
    }

    [Fact]
    public async Task Its_types_are_told_to_the_service()
    {
        var table = await emulator.NewTableAsync();

        await table.AddEntityAsync(Full());
        var stored = (await table.GetEntityAsync<TableEntity>("p", "r")).Value;

        Assert.Equal(42L, stored["Int64"]);
        Assert.Equal(2.0, stored["Double"]);
        Assert.Equal(Moment, stored["Moment"]);
        Assert.Equal("Friday", stored["Day"]);
    }

    [Fact]
    public async Task Attributes_rename_and_leave_out()
    {
        var table = await emulator.NewTableAsync();

        await table.AddEntityAsync(Full());
        var stored = (await table.GetEntityAsync<TableEntity>("p", "r")).Value;

        Assert.Equal("renamed", stored["other_name"]);
        Assert.False(stored.ContainsKey("Renamed"));
        Assert.False(stored.ContainsKey("Ignored"));
    }

    [Fact]
    public async Task It_works_in_queries_updates_and_transactions()
    {
        var table = await emulator.NewTableAsync();
        await table.SubmitTransactionAsync([new TableTransactionAction(TableTransactionActionType.Add, Full())]);

        var read = (await table.GetEntityAsync<Everything>("p", "r")).Value;
        await table.UpdateEntityAsync(read with { Text = "new" }, read.ETag, TableUpdateMode.Replace);

        var found = new List<Everything>();
        await foreach (var entity in table.QueryAsync<Everything>("PartitionKey eq 'p'"))
            found.Add(entity);

        Assert.Equal("new", Assert.Single(found).Text);
        Assert.NotEqual(read.ETag, found[0].ETag);
    }

    [Fact]
    public async Task What_it_does_not_know_is_passed_over()
    {
        var table = await emulator.NewTableAsync();
        await table.AddEntityAsync(new TableEntity("p", "r") { ["Unknown"] = 1L, ["Text"] = "known" });

        Assert.Equal("known", (await table.GetEntityAsync<Everything>("p", "r")).Value.Text);
    }

    private static Everything Full() => new()
    {
        PartitionKey = "p",
        RowKey = "r",
        Text = "it's",
        Flag = true,
        Int32 = -1,
        Int64 = 42,
        MaybeInt64 = long.MaxValue,
        Double = 2.0,
        Id = Guid.Parse("01234567-89ab-cdef-0123-456789abcdef"),
        Moment = Moment,
        MaybeMoment = Moment.AddDays(1),
        DateTime = Moment.UtcDateTime,
        Day = DayOfWeek.Friday,
        Bytes = [1, 2, 3],
        Data = new BinaryData([4, 5]),
        Renamed = "renamed",
        Ignored = "ignored",
    };

    private sealed record Everything : ITableEntity
    {
        public string PartitionKey { get; set; } = "";

        public string RowKey { get; set; } = "";

        public DateTimeOffset? Timestamp { get; set; }

        public ETag ETag { get; set; }

        public string? Text { get; init; }

        public bool Flag { get; init; }

        public int Int32 { get; init; }

        public long Int64 { get; init; }

        public long? MaybeInt64 { get; init; }

        public double Double { get; init; }

        public Guid Id { get; init; }

        public DateTimeOffset Moment { get; init; } = When_an_entity_type_is_our_own.Moment;

        public DateTimeOffset? MaybeMoment { get; init; }

        public DateTime DateTime { get; init; } = When_an_entity_type_is_our_own.Moment.UtcDateTime;

        public DayOfWeek Day { get; init; }

        public byte[]? Bytes { get; init; }

        public BinaryData? Data { get; init; }

        [DataMember(Name = "other_name")]
        public string? Renamed { get; init; }

        [IgnoreDataMember]
        public string? Ignored { get; init; }
    }
}
