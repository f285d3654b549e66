using Azure;
using Azure.Data.Tables;
using Azure.Data.Tables.Models;

namespace Interactions.Standins.Tests.Tables;

[Collection(TablesEmulatorDefinition.Name)]
public sealed class When_tables_come_and_go(TablesEmulator emulator)
{
    private TableServiceClient Service => new(emulator.ConnectionString);

    [Fact]
    public async Task A_table_is_created_once()
    {
        var table = Service.GetTableClient(TablesEmulator.NewName());

        var created = await table.CreateAsync();
        var failure = await Assert.ThrowsAsync<RequestFailedException>(() => table.CreateAsync());

        Assert.Equal(table.Name, created.Value.Name);
        Assert.Equal(409, failure.Status);
        Assert.True(failure.ErrorCode == TableErrorCode.TableAlreadyExists);
    }

    [Fact]
    public async Task A_table_wanted_only_if_missing_may_be_there_already()
    {
        var table = Service.GetTableClient(TablesEmulator.NewName());

        var first = await table.CreateIfNotExistsAsync();
        var second = await table.CreateIfNotExistsAsync();
        var third = await Service.CreateTableIfNotExistsAsync(table.Name);

        Assert.Equal([204, 409, 409], new[] { first, second, third }.Select(answer => answer.GetRawResponse().Status));
        Assert.Equal((table.Name, table.Name), (second.Value.Name, third.Value.Name));
    }

    [Fact]
    public async Task A_table_still_being_deleted_is_not_there()
    {
        var network = new ScriptedTransport(ScriptedTransport.Answer(409, ScriptedTransport.Error("TableBeingDeleted")));
        var table = new TableClient(emulator.ConnectionString, "any", new TableClientOptions { Transport = network });

        var failure = await Assert.ThrowsAsync<RequestFailedException>(() => table.CreateIfNotExistsAsync());

        Assert.True(failure.ErrorCode == TableErrorCode.TableBeingDeleted);
    }

    [Fact]
    public async Task A_deleted_table_is_gone_and_deleting_it_again_is_no_error()
    {
        var table = await emulator.NewTableAsync();

        var first = await table.DeleteAsync();
        var second = await table.DeleteAsync();
        var third = await Service.DeleteTableAsync(table.Name);

        Assert.Equal((204, 404, 404), (first.Status, second.Status, third.Status));
        var failure = await Assert.ThrowsAsync<RequestFailedException>(() => table.AddEntityAsync(new TableEntity("p", "r")));
        Assert.True(failure.ErrorCode == TableErrorCode.TableNotFound);
    }

    [Fact]
    public async Task The_service_lists_its_tables()
    {
        var (one, other) = (TablesEmulator.NewName(), TablesEmulator.NewName());
        await Service.CreateTableAsync(one);
        await Service.CreateTableAsync(other);

        var all = await NamesAsync(Service.QueryAsync());
        var filtered = await NamesAsync(Service.QueryAsync(TableServiceClient.CreateQueryFilter($"TableName eq {other}")));

        Assert.Superset(new HashSet<string> { one, other }, all.ToHashSet());
        Assert.Equal([other], filtered);
    }

    [Fact]
    public async Task The_list_of_tables_has_pages()
    {
        string[] names = [TablesEmulator.NewName(), TablesEmulator.NewName(), TablesEmulator.NewName()];
        foreach (var name in names)
            await Service.CreateTableAsync(name);

        var pages = new List<Page<TableItem>>();
        await foreach (var page in Service.QueryAsync(maxPerPage: 2).AsPages())
            pages.Add(page);

        Assert.True(pages.Count > 1);
        Assert.All(pages, page => Assert.InRange(page.Values.Count, 0, 2));
        Assert.Superset(names.ToHashSet(), pages.SelectMany(page => page.Values).Select(table => table.Name).ToHashSet());
    }

    [Fact]
    public void A_table_knows_its_name_and_place()
    {
        var table = Service.GetTableClient("customers");

        Assert.Equal(("customers", "devstoreaccount1"), (table.Name, table.AccountName));
        Assert.Equal(new Uri($"{Service.Uri.AbsoluteUri.TrimEnd('/')}/customers"), table.Uri);
        Assert.Equal("devstoreaccount1", Service.AccountName);
        Assert.Throws<ArgumentNullException>(() => Service.GetTableClient(null!));
        Assert.Throws<ArgumentException>(() => new TableClient(emulator.ConnectionString, ""));
    }

    private static async Task<List<string>> NamesAsync(AsyncPageable<TableItem> tables)
    {
        var names = new List<string>();
        await foreach (var table in tables)
            names.Add(table.Name);
        return names;
    }
}
