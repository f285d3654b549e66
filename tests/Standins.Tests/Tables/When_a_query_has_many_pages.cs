using Azure;
using Azure.Data.Tables;

namespace Interactions.Standins.Tests.Tables;

public sealed class ManyRows(TablesEmulator emulator) : IAsyncLifetime
{
    public const int Count = 2500;

    public string ConnectionString => emulator.ConnectionString;

    public TableClient Table { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        Table = await emulator.NewTableAsync();
        var rows = Enumerable.Range(0, Count)
            .Select(i => new TableEntity("p", $"{i:D4}") { ["N"] = i })
            .Select(row => new TableTransactionAction(TableTransactionActionType.Add, row));

        foreach (var batch in rows.Chunk(100))
            await Table.SubmitTransactionAsync(batch);
    }

    public Task DisposeAsync() => Task.CompletedTask;
}

[Collection(TablesEmulatorDefinition.Name)]
public sealed class When_a_query_has_many_pages(ManyRows rows) : IClassFixture<ManyRows>
{
    [Fact]
    public async Task A_page_holds_a_thousand_rows()
    {
        var pages = await PagesAsync(rows.Table.QueryAsync<TableEntity>());

        Assert.Equal([1000, 1000, 500], pages.Select(page => page.Values.Count));
        Assert.Equal([false, false, true], pages.Select(page => page.ContinuationToken is null));
    }

    [Fact]
    public async Task Row_by_row_each_comes_once_and_in_order()
    {
        var seen = new List<int>();
        await foreach (var row in rows.Table.QueryAsync<TableEntity>(select: ["N"]))
            seen.Add(row.GetInt32("N")!.Value);

        Assert.Equal(Enumerable.Range(0, ManyRows.Count), seen);
    }

    [Fact]
    public async Task A_page_can_be_made_smaller()
    {
        var pages = await PagesAsync(rows.Table.QueryAsync<TableEntity>("RowKey lt '0025'", maxPerPage: 10));

        Assert.Equal([10, 10, 5], pages.Select(page => page.Values.Count));
    }

    [Fact]
    public async Task A_reading_goes_on_where_another_stopped()
    {
        string? token = null;
        await foreach (var page in rows.Table.QueryAsync<TableEntity>().AsPages(pageSizeHint: 700))
        {
            token = page.ContinuationToken;
            break;
        }

        var rest = new List<Page<TableEntity>>();
        await foreach (var page in rows.Table.QueryAsync<TableEntity>().AsPages(token, pageSizeHint: 900))
            rest.Add(page);

        Assert.Equal([900, 900], rest.Select(page => page.Values.Count));
        Assert.Equal("0700", rest[0].Values[0].RowKey);
    }

    [Fact]
    public async Task Only_the_pages_reached_are_fetched()
    {
        var network = new ScriptedTransport();
        var table = new TableClient(rows.ConnectionString, rows.Table.Name, new TableClientOptions { Transport = network });

        await foreach (var _ in table.QueryAsync<TableEntity>(maxPerPage: 5))
            break;

        Assert.Single(network.Sent);
    }

    [Fact]
    public async Task A_query_stops_when_it_is_cancelled()
    {
        using var source = new CancellationTokenSource();
        var query = rows.Table.QueryAsync<TableEntity>(cancellationToken: source.Token);
        await using var pages = query.AsPages().GetAsyncEnumerator();
        await pages.MoveNextAsync();

        await source.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await pages.MoveNextAsync());
    }

    private static async Task<List<Page<TableEntity>>> PagesAsync(AsyncPageable<TableEntity> query)
    {
        var pages = new List<Page<TableEntity>>();
        await foreach (var page in query.AsPages())
            pages.Add(page);
        return pages;
    }
}
