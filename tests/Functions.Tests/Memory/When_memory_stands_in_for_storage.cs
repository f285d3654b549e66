using System.Globalization;
using Azure;
using Azure.Data.Tables;
using Interactions.Functions.Tests.Driver;
using Interactions.Memory;

namespace Interactions.Functions.Tests.Memory;

/// <summary>The same things are done to the tables in memory and to the emulator's, in any order; both have to say the same.</summary>
public sealed class When_memory_stands_in_for_storage : IAsyncLifetime
{
    private readonly string _name = $"t{Guid.NewGuid():N}";
    private TwoTables _tables = null!;

    public async Task InitializeAsync()
    {
        var azurite = new TableServiceClient((await SharedAzurite.StartAsync()).ConnectionString);
        var memory = new MemoryTables();
        await azurite.CreateTableIfNotExistsAsync(_name);
        await memory.CreateTableIfNotExistsAsync(_name);
        _tables = new(memory.GetTableClient(_name), azurite.GetTableClient(_name));
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Whatever_is_done_has_the_same_outcome(int seed)
    {
        var deeds = new Deeds(seed);
        for (var step = 0; step < 250; step++)
        {
            var (name, deed) = deeds.Next(_tables);
            var (memory, azurite) = await _tables.BothAsync(deed);
            Assert.True(memory == azurite, $"Seed {seed}, step {step}: {name}\nmemory:  {memory}\nazurite: {azurite}");
        }
    }

    [Fact]
    public async Task A_table_that_is_not_there_is_told_from_a_row_that_is_not()
    {
        var azurite = new TableServiceClient((await SharedAzurite.StartAsync()).ConnectionString);
        var missing = new TwoTables(new MemoryTables().GetTableClient("missing" + _name), azurite.GetTableClient("missing" + _name));
        Func<TableClient, Task<string>>[] deeds =
        [
            async table => Said(await table.GetEntityIfExistsAsync<TableEntity>("p", "r")),
            async table => InWords.Of(await table.AddEntityAsync(new TableEntity("p", "r"))),
            async table => InWords.Of(await table.UpsertEntityAsync(new TableEntity("p", "r"))),
            async table => InWords.Of((await table.SubmitTransactionAsync([new(TableTransactionActionType.Add, new TableEntity("p", "r"))])).GetRawResponse()),
            async table => string.Join(',', (await table.QueryAsync<TableEntity>().ToListAsync()).Select(row => row.RowKey)),
        ];

        foreach (var deed in deeds)
        {
            var (memory, emulator) = await missing.BothAsync(deed);
            Assert.Equal(emulator, memory);
        }
    }

    [Fact]
    public async Task A_page_goes_on_where_the_last_one_ended_on_what_is_there_by_then()
    {
        foreach (var row in Enumerable.Range(0, 6))
            await _tables.BothAsync(async table => InWords.Of(await table.AddEntityAsync(Row(row))));

        var (memory, azurite) = await _tables.BothAsync(async table =>
        {
            var seen = new List<string>();
            await foreach (var page in table.QueryAsync<TableEntity>("PartitionKey eq 'p' and RowKey gt '0'", 2).AsPages())
            {
                seen.Add(string.Join('+', page.Values.Select(row => row.RowKey)));
                await table.DeleteEntityAsync("p", "4");
                await table.UpsertEntityAsync(Row(7));
            }

            return string.Join(' ', seen);
        });

        Assert.Equal("1+2 3+5 7", memory);
        Assert.Equal(azurite, memory);
    }

    [Fact]
    public async Task Nobody_holds_what_is_stored()
    {
        var memory = new MemoryTables();
        await memory.CreateTableIfNotExistsAsync(_name);
        var table = memory.GetTableClient(_name);
        var bytes = new byte[] { 1 };
        var row = new TableEntity("p", "r") { ["Bytes"] = bytes, ["N"] = 1 };
        await table.AddEntityAsync(row);

        (row["N"], bytes[0]) = (2, 2);
        var read = (await table.GetEntityAsync<TableEntity>("p", "r")).Value;
        Assert.Equal([1, 1], [read.GetInt32("N")!.Value, read.GetBinary("Bytes")[0]]);

        (read["N"], read.GetBinary("Bytes")[0]) = (3, 3);
        var again = (await table.GetEntityAsync<TableEntity>("p", "r")).Value;
        Assert.Equal([1, 1], [again.GetInt32("N")!.Value, again.GetBinary("Bytes")[0]]);
    }

    [Theory]
    [InlineData("Version eq 3L")]
    [InlineData("PartitionKey eq 'p' or RowKey eq 'r'")]
    [InlineData("PartitionKey eq 'p' and ")]
    [InlineData("not PartitionKey eq 'p'")]
    public void What_is_not_known_is_refused(string filter)
    {
        var table = new MemoryTables().GetTableClient(_name);

        Assert.Throws<NotSupportedException>(() => table.QueryAsync<TableEntity>(filter));
    }

    private static TableEntity Row(int row) => new("p", row.ToString(CultureInfo.InvariantCulture)) { ["N"] = row };

    private static string Said(NullableResponse<TableEntity> found) =>
        $"{found.HasValue} {Functions.Storage.StorageFaults.IsMissingTable(found.GetRawResponse())}";
}
